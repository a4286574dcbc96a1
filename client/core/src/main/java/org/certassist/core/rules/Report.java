package org.certassist.core.rules;

import java.util.ArrayList;
import java.util.List;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.Draft;

/// Collects findings for one draft and knows where each field stands in the file.
final class Report {
  private final Draft draft;
  private final List<Finding> findings = new ArrayList<>();

  Report(Draft draft) {
    this.draft = draft;
  }

  void error(String rule, int row, String field, String value, String... details) {
    add(rule, Severity.ERROR, draft.place(row, field), field, value, details);
  }

  void warning(String rule, int row, String field, String value, String... details) {
    add(rule, Severity.WARNING, draft.place(row, field), field, value, details);
  }

  /// For the unit's own cells: `unit.creditCode`, `unit.name`, `unit.type`.
  void unitError(String rule, String field, String value, String... details) {
    add(rule, Severity.ERROR, draft.place(draft.unitRow(), field), field, value, details);
  }

  private void add(
      String rule,
      Severity severity,
      CellPlace place,
      String field,
      String value,
      String... details) {
    findings.add(new Finding(rule, severity, place, field, value, List.of(details)));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
