package org.certassist.core.rules;

import org.certassist.core.declaration.UnitType;

/// A dispatched worker goes from one user company to another, and only a labour-dispatch unit may
/// file it (docs/sources.md, 002 part 2).
final class TransferRules {
  private TransferRules() {}

  static void unitType(Situation situation, Report report) {
    situation
        .unitType()
        .filter(type -> type != UnitType.LABOUR_DISPATCH)
        .ifPresent(type ->
            report.foundInUnit(
                Rule.TRANSFER_UNIT_TYPE,
                "unit.type",
                type.word(),
                UnitType.LABOUR_DISPATCH.word()));
  }

  static void units(CheckedRow row, Situation situation, Report report) {
    row.text("toUnitNumber")
        .filter(number -> row.is("fromUnitNumber", number))
        .ifPresent(
            number -> report.found(Rule.TRANSFER_SAME_UNIT, row.row(), "toUnitNumber", number));
  }
}
