package org.certassist.core.rules;

import java.math.BigDecimal;
import java.util.List;

/// Rules about contribution bases and their raise (docs/rules.md).
final class BaseRules {
  private BaseRules() {}

  static void positive(CheckedRow row, Situation situation, Report report) {
    for (String field : List.of("contributionBase", "newBase")) {
      row.money(field)
          .filter(base -> base.compareTo(BigDecimal.ZERO) <= 0)
          .ifPresent(
              base -> report.found(Rule.BASE_NOT_POSITIVE, row.row(), field, base.toPlainString()));
    }
  }

  static void raised(CheckedRow row, Situation situation, Report report) {
    row.money("newBase")
        .filter(base -> base.signum() > 0)
        .filter(base -> row.money("oldBase").filter(old -> base.compareTo(old) <= 0).isPresent())
        .ifPresent(
            base -> report.found(Rule.BASE_NOT_RAISED, row.row(), "newBase", base.toPlainString()));
  }

  static void from(CheckedRow row, Situation situation, Report report) {
    row.month("from")
        .filter(from -> from.isAfter(situation.settlementMonth()))
        .ifPresent(from ->
            report.found(
                Rule.BASE_AFTER_SETTLEMENT_MONTH,
                row.row(),
                "from",
                from.toString(),
                situation.settlementMonth().toString()));
  }
}
