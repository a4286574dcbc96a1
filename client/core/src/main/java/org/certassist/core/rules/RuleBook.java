package org.certassist.core.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;

/// The rules for one kind in one settlement month; the only maker of a [CheckedDeclaration].
public final class RuleBook {
  private static final List<RowRule> FOR_EVERY_KIND =
      List.of(new IdNumberRule(), TextRules::name, TextRules::phone);

  private static final Map<String, List<RowRule>> BY_KIND =
      Map.of(
          "enrolment",
          List.of(
              TextRules::householdAddress,
              ContractRules::start,
              ContractRules::end,
              ContractRules::insuredFrom,
              ContractRules::base,
              ContractRules::insurances,
              DispatchRules::check),
          "termination",
          List.of(TerminationRules::stopDate, TerminationRules::contractEnd));

  private final Kind kind;
  private final YearMonth settlementMonth;
  private final LocalDate today;
  private final CellReader cells = new CellReader();

  private final List<RowRule> ofKind;

  private RuleBook(Kind kind, List<RowRule> ofKind, YearMonth settlementMonth, LocalDate today) {
    this.kind = kind;
    this.ofKind = ofKind;
    this.settlementMonth = settlementMonth;
    this.today = today;
  }

  /// @param today the date in Shanghai, whatever the PC's zone
  /// @throws IllegalArgumentException for a kind that nobody has written rules for: it must not
  ///   pass as checked
  public static RuleBook on(Kind kind, YearMonth settlementMonth, LocalDate today) {
    List<RowRule> ofKind = BY_KIND.get(kind.id());
    if (ofKind == null) {
      throw new IllegalArgumentException("no rules for kind " + kind.id());
    }
    return new RuleBook(kind, ofKind, settlementMonth, today);
  }

  /// Checks every cell, row and the file as a whole; all findings at once, so that she corrects
  /// once.
  ///
  /// @param profile the id of the profile it is checked under
  /// @param source the file's name
  public Verdict check(Draft draft, String profile, String source) {
    Report report = new Report(draft);
    UnitCells unitCells = UnitCells.read(draft, cells, report);
    Situation situation = new Situation(settlementMonth, today, unitCells.type());
    Optional<Unit> unit = unitCells.unit();
    if (draft.rows().isEmpty()) {
      report.foundInUnit(Rule.ROW_NONE, "", "");
    }
    List<CheckedRow> rows = new ArrayList<>(draft.rows().size());
    for (DraftRow row : draft.rows()) {
      rows.add(readRow(row, report));
    }
    List<RowRule> rules = new ArrayList<>(FOR_EVERY_KIND);
    rules.addAll(ofKind);
    rows.forEach(row -> rules.forEach(rule -> rule.check(row, situation, report)));
    DuplicatePeople.check(rows, report);
    List<Finding> findings = inOrder(report.findings());
    boolean faulty = findings.stream().anyMatch(found -> found.severity() == Severity.ERROR);
    return faulty || unit.isEmpty()
        ? new Verdict.Faulty(findings)
        : new Verdict.Passed(
            new CheckedDeclaration(kind, content(unit.get(), rows, profile, source)), findings);
  }

  private CheckedRow readRow(DraftRow row, Report report) {
    Map<String, String> values = new HashMap<>();
    Set<String> unreadable = new HashSet<>();
    for (Column column : kind.columns()) {
      String field = column.field();
      switch (cells.read(column, row.cell(field))) {
        case CellReading.Value(String value) -> values.put(field, value);
        case CellReading.Blank() -> {
          if (column.requirement() == Requirement.REQUIRED) {
            report.found(Rule.CELL_REQUIRED, row.row(), field, "");
          }
        }
        case CellReading.Unreadable(Rule rule, String shown, List<String> details) -> {
          unreadable.add(field);
          report.found(rule, row.row(), field, shown, details.toArray(String[]::new));
        }
      }
    }
    return new CheckedRow(row.row(), values, unreadable);
  }

  private Content content(Unit unit, List<CheckedRow> rows, String profile, String source) {
    return new Content(
        profile,
        kind.id(),
        kind.version(),
        unit,
        settlementMonth,
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
