package org.certassist.core.rules;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.profile.FilingCalendar;

/// The rules for one kind at one time; the only maker of a [CheckedDeclaration].
public final class RuleBook {
  private static final List<RowRule> FOR_EVERY_KIND =
      List.of(new IdNumberRule(), TextRules::name, TextRules::phone);

  private final Kind kind;
  private final KindRules ofKind;
  private final FilingCalendar calendar;
  private final LocalDateTime now;
  private final CellReader cells = new CellReader();

  private RuleBook(Kind kind, KindRules ofKind, FilingCalendar calendar, LocalDateTime now) {
    this.kind = kind;
    this.ofKind = ofKind;
    this.calendar = calendar;
    this.now = now;
  }

  /// The rules that hold at a time: those of today for what is filed today, those of its own day
  /// for an old declaration.
  ///
  /// @param now the time in Shanghai, whatever the PC's zone
  /// @throws IllegalArgumentException for a kind that nobody has written rules for: it must not
  ///   pass as checked
  public static RuleBook on(Kind kind, FilingCalendar calendar, LocalDateTime now) {
    return new RuleBook(
        kind,
        KindRules.of(kind.id())
            .orElseThrow(() -> new IllegalArgumentException("no rules for kind " + kind.id())),
        calendar,
        now);
  }

  /// Checks every cell, row and the file as a whole; all findings at once, so that she corrects
  /// once.
  ///
  /// @param profile the id of the profile it is checked under
  /// @param source the file's name
  public Verdict check(Draft draft, String profile, String source) {
    Report report = new Report(draft);
    UnitCells unitCells = UnitCells.read(draft, cells, report);
    Situation situation = Situation.at(now, calendar, unitCells.type(), unitCells.province());
    Optional<Unit> unit = unitCells.unit();
    if (draft.rows().isEmpty()) {
      report.foundInUnit(Rule.ROW_NONE, "", "");
    }
    List<RowRule> rules = new ArrayList<>(FOR_EVERY_KIND);
    rules.addAll(ofKind.rows());
    List<CheckedRow> rows =
        new RowsCheck(kind.columns(), rules, situation, cells).check(draft.rows(), report);
    ofKind.file().forEach(rule -> rule.check(situation, report));
    DuplicatePeople.check(rows, report);
    List<Finding> findings = inOrder(report.findings());
    boolean faulty = findings.stream().anyMatch(found -> found.severity() == Severity.ERROR);
    return faulty || unit.isEmpty()
        ? new Verdict.Faulty(findings)
        : new Verdict.Passed(
            new CheckedDeclaration(kind, content(unit.get(), rows, profile, source)), findings);
  }

  private Content content(Unit unit, List<CheckedRow> rows, String profile, String source) {
    return new Content(
        profile,
        kind.id(),
        kind.version(),
        unit,
        calendar.settlementMonth(now),
        rows.stream().map(row -> new Content.Row(row.row(), new TreeMap<>(row.values()))).toList(),
        source);
  }

  private static List<Finding> inOrder(List<Finding> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparingInt(found -> found.place().row())
                .thenComparingInt(found -> found.place().column().length())
                .thenComparing(found -> found.place().column()))
        .toList();
  }
}
