package org.certassist.cli.json;

import java.util.List;
import java.util.Optional;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.Diagnosis.Report;
import org.certassist.core.diagnosis.Finding;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;

/// The answer of `doctor --json`.
///
/// @param first the id of the cause to begin with
public record DoctorJson(List<CheckJson> checks, @Nullable String first) {
  /// @param evidence in words
  public record CheckJson(String id, String state, String evidence, @Nullable String cause) {}

  public static DoctorJson of(Report report, Texts texts) {
    return new DoctorJson(
        report.findings().stream().map(finding -> check(finding, texts)).toList(),
        report.first().flatMap(Finding::cause).map(Cause::id).orElse(null));
  }

  private static CheckJson check(Finding finding, Texts texts) {
    return new CheckJson(
        finding.check().word(),
        finding.state().word(),
        texts.evidence(finding),
        id(finding.cause()));
  }

  private static @Nullable String id(Optional<Cause> cause) {
    return cause.map(Cause::id).orElse(null);
  }
}
