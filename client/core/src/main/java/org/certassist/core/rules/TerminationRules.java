package org.certassist.core.rules;

/// Rules about a termination's dates (docs/rules.md).
final class TerminationRules {
  private TerminationRules() {}

  static void stopDate(CheckedRow row, Situation situation, Report report) {
    row.date("stopDate")
        .filter(stop -> stop.isAfter(situation.today()))
        .ifPresent(stop ->
            report.found(
                Rule.STOP_AFTER_TODAY,
                row.row(),
                "stopDate",
                stop.toString(),
                situation.today().toString()));
  }

  /// Someone whose contract ran out cannot have ended it before he was stopped for that reason.
  static void contractEnd(CheckedRow row, Situation situation, Report report) {
    if (!row.is("reason", "合同期满")) {
      return;
    }
    row.date("contractEnd")
        .ifPresent(end ->
            row.date("stopDate")
                .filter(stop -> stop.isBefore(end))
                .ifPresent(stop ->
                    report.found(
                        Rule.STOP_BEFORE_CONTRACT_END,
                        row.row(),
                        "stopDate",
                        stop.toString(),
                        end.toString())));
  }
}
