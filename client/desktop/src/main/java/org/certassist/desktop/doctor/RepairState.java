package org.certassist.desktop.doctor;

import org.certassist.core.fault.Fault;
import org.certassist.core.repair.PcRepair;

/// What became of the last thing that the program was asked to put right.
public sealed interface RepairState {
  record Nothing() implements RepairState {}

  record Working() implements RepairState {}

  record Done(PcRepair repair) implements RepairState {}

  record Undone(PcRepair repair) implements RepairState {}

  record Failed(Fault fault) implements RepairState {}
}
