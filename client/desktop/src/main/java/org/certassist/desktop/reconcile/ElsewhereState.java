package org.certassist.desktop.reconcile;

import org.certassist.core.fault.Fault;

/// What is known of what must be seen to elsewhere.
sealed interface ElsewhereState {
  record Loading() implements ElsewhereState {}

  /// @param open points that are not ticked off
  /// @param damaged ticks that do not open, so that their points are open again
  record Listed(int open, int damaged) implements ElsewhereState {}

  record Failed(Fault fault) implements ElsewhereState {}
}
