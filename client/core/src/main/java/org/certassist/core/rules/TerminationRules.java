package org.certassist.core.rules;

/// Rules about a termination's dates (domain.md, rule 4).
final class TerminationRules {
  private TerminationRules() {}

  static void stopDate(CheckedRow row, Situation situation, Report report) {
    row.date("stopDate")
        .filter(stop -> stop.isAfter(situation.today()))
        .ifPresent(stop -> report.error("stop.afterToday", row.row(), "stopDate", stop.toString()));
  }

  /// Someone whose contract ran out cannot have ended it before he was stopped for that reason.
  static void contractEnd(CheckedRow row, Situation situation, Report report) {
    if (!row.is("reason", "合同期满")) {
      return;
    }
    row.date("contractEnd")
        .flatMap(end -> row.date("stopDate").filter(stop -> stop.isBefore(end)))
        .ifPresent(stop ->
            report.warning("stop.beforeContractEnd", row.row(), "stopDate", stop.toString()));
  }
}
