package org.certassist.desktop.doctor;

import org.certassist.core.fault.Fault;
import org.certassist.core.repair.Repair;

/// What became of the last thing that the program was asked to put right.
public sealed interface RepairState {
  record Nothing() implements RepairState {}

  record Working() implements RepairState {}

  record Done(Repair repair) implements RepairState {}

  record Undone(Repair repair) implements RepairState {}

  record Failed(Fault fault) implements RepairState {}
}
