package org.certassist.core.rules;

import java.util.List;
import org.certassist.core.declaration.UnitType;

/// The dispatch columns are filled by human-resource-service and labour-dispatch units only, and
/// then all of them (docs/rules.md; the portal says 只有人力资源服务单位才能输入人力资源服务信息).
final class DispatchRules {
  private static final List<String> FIELDS =
      List.of("dispatchType", "userUnitNumber", "userUnitName");

  private DispatchRules() {}

  static void check(CheckedRow row, Situation situation, Report report) {
    situation.unitType().ifPresent(type -> check(row, type, report));
  }

  private static void check(CheckedRow row, UnitType type, Report report) {
    List<String> filled = FIELDS.stream().filter(row::isFilled).toList();
    if (!type.lendsPeople()) {
      filled.forEach(field ->
          report.found(Rule.DISPATCH_NOT_ALLOWED, row.row(), field, row.text(field).orElse("")));
    } else if (!filled.isEmpty()) {
      FIELDS.stream()
          .filter(field -> !filled.contains(field))
          .forEach(field -> report.found(Rule.DISPATCH_INCOMPLETE, row.row(), field, ""));
    }
  }
}
