package org.certassist.cli.json;

import java.util.List;
import java.util.Optional;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.Diagnosis.Report;
import org.certassist.core.helpdesk.PhoneCode;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;

/// The answer of `doctor --json`.
///
/// @param first the id of the cause to begin with
/// @param phoneCode in its groups
public record DoctorJson(List<CheckJson> checks, @Nullable String first, String phoneCode) {
  /// @param evidence in words
  /// @param who must act, where there is a cause
  public record CheckJson(
      String id,
      String state,
      String evidence,
      @Nullable String cause,
      @Nullable String who,
      List<String> steps) {}

  public static DoctorJson of(Report report, PhoneCode phone, Knowledge knowledge, Texts texts) {
    return new DoctorJson(
        report.results().stream().map(finding -> check(finding, knowledge, texts)).toList(),
        id(report.first().flatMap(CheckResult::cause)),
        phone.digits());
  }

  private static CheckJson check(CheckResult finding, Knowledge knowledge, Texts texts) {
    Optional<KnowledgeEntry> entry = finding.cause().map(Cause::id).flatMap(knowledge::entry);
    return new CheckJson(
        finding.check().word(),
        finding.state().word(),
        texts.evidence(finding),
        id(finding.cause()),
        entry.map(known -> known.who().word()).orElse(null),
        entry.stream().flatMap(known -> known.steps().stream()).map(texts::sentence).toList());
  }

  private static @Nullable String id(Optional<Cause> cause) {
    return cause.map(Cause::id).orElse(null);
  }
}
