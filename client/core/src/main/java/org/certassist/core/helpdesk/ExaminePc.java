package org.certassist.core.helpdesk;

import java.util.Optional;
import java.util.function.Consumer;
import org.certassist.core.diagnosis.AskedOnce;
import org.certassist.core.diagnosis.CheckId;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.Diagnosis;
import org.certassist.core.diagnosis.Diagnosis.Report;
import org.certassist.core.diagnosis.Pc;

/// Looks at a PC from all sides, and says it in the digits for the phone as well.
public final class ExaminePc {
  private final Optional<ProgramVersion> version;
  private final Diagnosis diagnosis = new Diagnosis();

  /// @param version of this program
  public ExaminePc(Optional<ProgramVersion> version) {
    this.version = version;
  }

  /// A PC that was looked at.
  ///
  /// @param pc with everything that was asked of it
  public record Examined(AskedOnce pc, Report report, PhoneCode phone) {}

  /// @param each hears of every result as it comes, on some thread; the calls do not overlap
  public Examined look(Pc pc, Consumer<CheckResult> each) throws InterruptedException {
    AskedOnce asked = new AskedOnce(pc);
    Report report = diagnosis.look(asked, each);
    return new Examined(
        asked,
        report,
        CodedPc.of(
            version,
            asked.system(),
            isAnswered(report) ? Optional.of(asked.keys()) : Optional.empty(),
            report));
  }

  /// The same for a bundle's sake: each step of the look goes into the log.
  public Examined lookInDetail(LogBook log, Pc pc, Consumer<CheckResult> each)
      throws InterruptedException {
    LogBook.Level before = log.level();
    log.setLevel(LogBook.Level.DEBUG);
    try {
      return look(pc, each);
    } finally {
      log.setLevel(before);
    }
  }

  /// Whether the drivers have answered, so that asking again for what they said waits for nobody.
  static boolean isAnswered(Report report) {
    return report.results().stream()
        .filter(result -> result.check() == CheckId.PLUGGED)
        .noneMatch(result -> result.word().equals(CheckResult.NO_ANSWER));
  }
}
