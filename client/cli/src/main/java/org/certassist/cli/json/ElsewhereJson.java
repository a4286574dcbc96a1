package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The document of `reconcile open --json` and `reconcile done --json`.
///
/// @param points those that are open, or those that were ticked off or taken back
/// @param damagedTicks ticks that do not open, so that their points are open again
public record ElsewhereJson(String profile, List<PointJson> points, int damagedTicks) {

  /// @param todo `enrol` or `stop`
  /// @param unit a credit code
  /// @param row of the declaration that raised it
  /// @param doneOn absent while it is open
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PointJson(
      String todo,
      String insurance,
      String name,
      String idNumber,
      String unit,
      String since,
      String declarationId,
      int row,
      @Nullable String doneOn,
      @Nullable String note) {}
}
