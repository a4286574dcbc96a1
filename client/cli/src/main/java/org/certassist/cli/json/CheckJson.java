package org.certassist.cli.json;

import java.util.List;
import java.util.function.Function;
import org.certassist.core.rules.Finding;

/// What `check --json` prints.
public record CheckJson(
    String kind,
    int rows,
    String settlementMonth,
    List<FindingJson> findings,
    List<NoteJson> notes,
    List<RepairJson> repairs) {
  /// How the file was read, where there is something to know.
  public record NoteJson(String note, String message) {}

  /// A change to one cell that is offered.
  ///
  /// @param before masked, as `after`, unless it was asked for
  public record RepairJson(
      String sheet,
      int row,
      String column,
      String field,
      String before,
      String after,
      List<String> why) {}

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
