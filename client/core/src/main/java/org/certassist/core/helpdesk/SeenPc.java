package org.certassist.core.helpdesk;

import java.util.Optional;
import org.certassist.core.diagnosis.AskedOnce;
import org.certassist.core.diagnosis.Diagnosis.Report;
import org.certassist.core.diagnosis.Pc.KeyFacts;
import org.certassist.core.diagnosis.Pc.SystemFacts;

/// All that one look at a PC gave, as the helpdesk is told it.
///
/// @param keys empty where nobody knows what is plugged in
public record SeenPc(
    ProgramFacts program, SystemFacts system, Optional<KeyFacts> keys, Report report) {
  /// What a report was made of.
  ///
  /// @param pc which has been asked already, so that nobody is waited for
  public static SeenPc of(ProgramFacts program, AskedOnce pc, Report report)
      throws InterruptedException {
    return new SeenPc(
        program,
        pc.system(),
        ExaminePc.isAnswered(report) ? Optional.of(pc.keys()) : Optional.empty(),
        report);
  }

  public PhoneCode phoneCode() {
    return CodedPc.of(ProgramVersion.of(program.version()), system, keys, report);
  }
}
