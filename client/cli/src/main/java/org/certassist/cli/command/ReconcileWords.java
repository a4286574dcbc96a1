package org.certassist.cli.command;

import java.util.List;
import java.util.Objects;
import org.certassist.cli.json.ReconcileJson.DifferenceJson;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.terminal.Table;
import org.certassist.core.profile.Profile;
import org.certassist.core.reconcile.ChargeList;
import org.certassist.core.reconcile.Difference;
import org.certassist.core.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/// Says where a month's charge and what was filed do not agree, and what to do about it.
final class ReconcileWords {
  private final Session session;
  private final boolean showValues;

  /// @param showValues whether names and ID numbers are printed whole; they are masked otherwise
  ReconcileWords(Session session, boolean showValues) {
    this.session = session;
    this.showValues = showValues;
  }

  List<DifferenceJson> json(List<Difference> differences) {
    return differences.stream().map(this::json).toList();
  }

  private DifferenceJson json(Difference difference) {
    return switch (difference) {
      case Difference.Missing missing ->
          json(missing, missing.declaration().toString(), null, null, null);
      case Difference.StillCharged still ->
          json(still, still.declaration().toString(), still.line(), null, null);
      case Difference.WorkInjuryOnly only ->
          json(only, only.declaration().toString(), only.line(), null, null);
      case Difference.OtherInsurances other ->
          json(other, other.declaration().toString(), other.line(), null, null);
      case Difference.OtherBase other ->
          json(
              other,
              other.declaration().toString(),
              other.line(),
              other.filed().toPlainString(),
              other.charged().toPlainString());
      case Difference.NeverFiled never -> json(never, null, never.line(), null, null);
    };
  }

  private DifferenceJson json(
      Difference difference,
      @Nullable String declaration,
      @Nullable Integer line,
      @Nullable String filed,
      @Nullable String charged) {
    return new DifferenceJson(
        difference.id(),
        value("name", difference.person().name()),
        value("idNumber", difference.person().idNumber()),
        declaration,
        line,
        filed,
        charged);
  }

  void print(Reconciliation result, ChargeList list, Profile profile) {
    session.say("cli.reconcile.summary", result.charged(), result.filed());
    if (list.otherMonths() > 0) {
      session.say("cli.reconcile.otherMonths", list.otherMonths());
    }
    if (!list.illegible().isEmpty()) {
      session.say(
          "cli.reconcile.nameless",
          String.join("、", list.illegible().stream().map(String::valueOf).toList()));
    }
    if (list.isWithoutBases()) {
      session.say("cli.reconcile.noBases");
    }
    if (!result.differences().isEmpty()) {
      table(result.differences());
      result.differences().stream()
          .map(Difference::id)
          .distinct()
          .forEach(id ->
              session.say(
                  "cli.reconcile.advice",
                  session.texts().get("difference." + id),
                  session.texts().get("difference." + id + ".next")));
    }
    session.say("cli.reconcile.verdict." + result.verdict());
    session.sayOf("cli.reconcile.covers", profile.covers());
    session.sayOf("cli.reconcile.notCovered", profile.notCovered());
  }

  private void table(List<Difference> differences) {
    Table table = new Table();
    table.row(session.texts().get("cli.reconcile.head").split("\\|"));
    for (DifferenceJson row : json(differences)) {
      table.row(
          session.texts().get("difference." + row.difference()),
          row.name(),
          row.idNumber(),
          row.line() == null ? "" : row.line().toString(),
          Objects.requireNonNullElse(row.filedBase(), ""),
          Objects.requireNonNullElse(row.chargedBase(), ""),
          Objects.requireNonNullElse(row.declarationId(), ""));
    }
    table.lines().forEach(session.output()::line);
  }

  private String value(String field, String value) {
    return showValues ? value : session.texts().mask(field, value);
  }
}
