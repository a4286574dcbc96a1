package org.certassist.desktop.carry;

import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.fault.Fault;

/// How far recording that a declaration was handed in has come.
public sealed interface HandInState {
  record Closed() implements HandInState {}

  /// @param day as she typed it last, or proposed
  /// @param number as she typed it last, or known
  /// @param trouble why what she typed was not recorded
  record Asking(History history, String day, String number, Optional<Fault> trouble)
      implements HandInState {}

  record Recording(History history) implements HandInState {}
}
