package org.certassist.core.rules;

import java.time.LocalDate;
import java.time.YearMonth;

/// Rules about an enrolment's contract, its first insured month and its insurances (docs/rules.md).
final class ContractRules {
  /// Arrears from the contract's start can be filed on line for at most this many months back
  /// (docs/sources.md, 002 part 2 §10).
  static final int MOST_MONTHS_BACK = 6;

  private static final String FIXED_TERM = "固定期限";

  private ContractRules() {}

  static void start(CheckedRow row, Situation situation, Report report) {
    row.date("contractStart")
        .filter(start -> YearMonth.from(start).isAfter(situation.settlementMonth()))
        .ifPresent(start ->
            report.found(
                Rule.CONTRACT_START_AFTER_SETTLEMENT_MONTH,
                row.row(),
                "contractStart",
                start.toString(),
                situation.settlementMonth().toString()));
  }

  static void end(CheckedRow row, Situation situation, Report report) {
    if (row.is("contractTerm", FIXED_TERM) && !row.isFilled("contractEnd")) {
      report.found(Rule.CONTRACT_END_MISSING, row.row(), "contractEnd", "", FIXED_TERM);
    }
    row.date("contractEnd").ifPresent(end -> checkEnd(row, end, situation, report));
  }

  private static void checkEnd(CheckedRow row, LocalDate end, Situation situation, Report report) {
    if (end.isBefore(situation.today())) {
      report.found(
          Rule.CONTRACT_END_PAST,
          row.row(),
          "contractEnd",
          end.toString(),
          situation.today().toString());
    } else {
      row.date("contractStart")
          .filter(end::isBefore)
          .ifPresent(start ->
              report.found(
                  Rule.CONTRACT_END_BEFORE_START,
                  row.row(),
                  "contractEnd",
                  end.toString(),
                  start.toString()));
    }
  }

  /// The first insured month is the month of the contract's start, at most six months back.
  static void insuredFrom(CheckedRow row, Situation situation, Report report) {
    YearMonth earliest = situation.settlementMonth().minusMonths(MOST_MONTHS_BACK);
    YearMonth contractMonth = row.date("contractStart").map(YearMonth::from).orElse(null);
    YearMonth typed = row.month("insuredFrom").orElse(null);
    if (typed != null && contractMonth != null && !typed.equals(contractMonth)) {
      report.found(
          Rule.INSURED_FROM_NOT_CONTRACT_MONTH,
          row.row(),
          "insuredFrom",
          typed.toString(),
          contractMonth.toString());
    }
    YearMonth from = typed != null ? typed : contractMonth;
    if (from != null && from.isBefore(earliest)) {
      report.found(
          Rule.INSURED_FROM_TOO_FAR_BACK,
          row.row(),
          typed != null ? "insuredFrom" : "contractStart",
          from.toString(),
          earliest.toString());
    }
  }

  /// 非全日制 and 多重劳动关系 people get work-injury insurance only (docs/sources.md, 002 part 2).
  static void insurances(CheckedRow row, Situation situation, Report report) {
    String category = row.text("personCategory").orElse("");
    if (category.endsWith("工伤人员") && row.is("insurances", "三险")) {
      report.found(Rule.INSURANCES_ONLY_WORK_INJURY, row.row(), "insurances", "三险", category);
    }
  }
}
