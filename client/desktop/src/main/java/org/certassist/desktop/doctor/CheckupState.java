package org.certassist.desktop.doctor;

import java.time.Instant;
import java.util.List;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.fault.Fault;
import org.certassist.core.helpdesk.ExaminePc.Examined;

/// How far the look at this PC has come.
public sealed interface CheckupState {
  /// Nobody has asked for one yet.
  record NotLooked() implements CheckupState {}

  /// @param found what has come in so far, in its order of coming
  record Looking(List<CheckResult> found) implements CheckupState {
    public Looking {
      found = List.copyOf(found);
    }
  }

  record Looked(Examined examined, Instant at) implements CheckupState {}

  record Failed(Fault fault) implements CheckupState {}
}
