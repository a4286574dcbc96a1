package org.certassist.cli.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.Diagnosis.Report;
import org.certassist.core.helpdesk.PhoneCode;
import org.certassist.core.knowledge.Knowledge;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.core.repair.Action;
import org.certassist.core.repair.Lead;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.repair.SystemPage;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;

/// The answer of `doctor --json`.
///
/// @param first the id of the cause to begin with
/// @param phoneCode in its groups; null where a bundle has none that can be read
/// @param repairs what `--fix` did before, in its order
public record DoctorJson(
    List<CheckJson> checks,
    @Nullable String first,
    @Nullable String phoneCode,
    List<RepairJson> repairs) {
  /// @param evidence in words
  /// @param who must act, where there is a cause
  /// @param action what the program can do about it
  public record CheckJson(
      String id,
      String state,
      String evidence,
      @Nullable String cause,
      @Nullable String who,
      List<String> steps,
      @Nullable ActionJson action) {}

  /// @param does `repair`, `open` (a page of the system's settings) or `lead` (a place of the
  ///   window)
  public record ActionJson(String does, String id) {
    static ActionJson of(Action action) {
      return switch (action) {
        case Action.Repairs(PcRepair repair) -> new ActionJson("repair", repair.word());
        case Action.Opens(SystemPage page) -> new ActionJson("open", page.word());
        case Action.LeadsTo(Lead lead) -> new ActionJson("lead", lead.word());
      };
    }
  }

  /// @param fault why it was not done; null where it was
  public record RepairJson(String id, @Nullable String fault) {}

  /// @param actions what can be done here about a cause
  public static DoctorJson of(
      Report report,
      Optional<PhoneCode> phone,
      Knowledge knowledge,
      Function<Cause, Optional<Action>> actions,
      List<RepairJson> repairs,
      Texts texts) {
    return new DoctorJson(
        report.results().stream()
            .map(finding -> check(finding, knowledge, actions, texts))
            .toList(),
        id(report.first().flatMap(CheckResult::cause)),
        phone.map(PhoneCode::digits).orElse(null),
        repairs);
  }

  private static CheckJson check(
      CheckResult finding,
      Knowledge knowledge,
      Function<Cause, Optional<Action>> actions,
      Texts texts) {
    Optional<KnowledgeEntry> entry = finding.cause().map(Cause::id).flatMap(knowledge::entry);
    return new CheckJson(
        finding.check().word(),
        finding.state().word(),
        texts.evidence(finding),
        id(finding.cause()),
        entry.map(known -> known.who().word()).orElse(null),
        entry.stream().flatMap(known -> known.steps().stream()).map(texts::sentence).toList(),
        finding.cause().flatMap(actions).map(ActionJson::of).orElse(null));
  }

  private static @Nullable String id(Optional<Cause> cause) {
    return cause.map(Cause::id).orElse(null);
  }
}
