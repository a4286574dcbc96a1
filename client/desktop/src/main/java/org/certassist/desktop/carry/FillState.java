package org.certassist.desktop.carry;

import org.certassist.core.fault.Fault;
import org.certassist.core.filing.FillTemplate;

/// How far putting the checked rows into a portal's own template has come.
public sealed interface FillState {
  record Idle() implements FillState {}

  record Filling() implements FillState {}

  /// The filled template is there, and is the sheet in hand now.
  record Filled(FillTemplate.Filled filled) implements FillState {}

  record Refused(Fault fault) implements FillState {}
}
