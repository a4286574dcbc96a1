package org.certassist.core.rules;

import java.time.LocalDate;

/// A reversal takes back what was filed in the same settlement period (docs/sources.md, 002 part
/// 2).
final class ReversalRules {
  private ReversalRules() {}

  static void originalDate(CheckedRow row, Situation situation, Report report) {
    row.date("originalDate").ifPresent(original -> check(row.row(), original, situation, report));
  }

  private static void check(int row, LocalDate original, Situation situation, Report report) {
    LocalDate today = situation.today();
    LocalDate first = situation.calendar().period(situation.settlementMonth()).firstDay();
    if (original.isAfter(today)) {
      report.found(
          Rule.REVERSAL_TO_COME, row, "originalDate", original.toString(), today.toString());
    } else if (original.isBefore(first)) {
      report.found(
          Rule.REVERSAL_EARLIER_PERIOD, row, "originalDate", original.toString(), first.toString());
    }
  }
}
