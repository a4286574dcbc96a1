package org.certassist.cli.json;

import java.util.List;
import java.util.function.Function;
import org.certassist.core.rules.Finding;

/// What `check --json` prints.
public record CheckJson(String kind, int rows, String settlementMonth, List<FindingJson> findings) {
  /// @param value masked unless it was asked for
  public record FindingJson(
      String rule,
      String severity,
      String sheet,
      int row,
      String column,
      String field,
      String value,
      String message) {
    public static FindingJson of(Finding finding, String value, Function<Finding, String> words) {
      return new FindingJson(
          finding.rule(),
          finding.severity().word(),
          finding.place().sheet(),
          finding.place().row(),
          finding.place().column(),
          finding.field(),
          value,
          words.apply(finding));
    }
  }
}
