package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The document of `reconcile --json`.
///
/// @param verdict `AGREES`, `DIFFERS`, `NOT_ALL_COMPARED` or `NOTHING_FILED`
/// @param filed people of whom the archive knows how they stand
/// @param charged people in the portal's list
/// @param otherMonths lines for other months, which were left out
/// @param namelessLines lines whose ID number is masked, missing or damaged, or whose month or base
///   cannot be read
public record ReconcileJson(
    String profile,
    String month,
    String verdict,
    int filed,
    int charged,
    int otherMonths,
    List<Integer> namelessLines,
    List<DifferenceJson> differences) {

  /// @param difference `missing`, `stillCharged`, `workInjuryOnly`, `otherInsurances`, `otherBase`
  ///   or `neverFiled`
  /// @param line where the person stands in the list
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DifferenceJson(
      String difference,
      String name,
      String idNumber,
      @Nullable String declarationId,
      @Nullable Integer line,
      @Nullable String filedBase,
      @Nullable String chargedBase) {}
}
