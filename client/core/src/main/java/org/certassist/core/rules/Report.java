package org.certassist.core.rules;

import java.util.ArrayList;
import java.util.List;
import org.certassist.core.declaration.Draft;

/// Collects findings for one draft and knows where each field stands in the file.
final class Report {
  private final Draft draft;
  private final List<Finding> findings = new ArrayList<>();

  Report(Draft draft) {
    this.draft = draft;
  }

  void found(Rule rule, int row, String field, String value, String... details) {
    findings.add(
        new Finding(
            rule.id(), rule.severity(), draft.place(row, field), field, value, List.of(details)));
  }

  /// For the unit's own cells: `unit.creditCode`, `unit.name`, `unit.type`.
  void foundInUnit(Rule rule, String field, String value, String... details) {
    found(rule, draft.unitRow(), field, value, details);
  }

  /// A report of other rows of the same draft, to be joined later.
  Report ofOthers() {
    return new Report(draft);
  }

  void join(Report other) {
    findings.addAll(other.findings);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
