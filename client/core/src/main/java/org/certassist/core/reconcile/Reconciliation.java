package org.certassist.core.reconcile;

import java.util.List;

/// What came of holding a month's charge against what was filed.
///
/// @param filed people of whom this archive knows how they stand
/// @param charged people in the portal's list
/// @param notCompared lines of the list that were held against nobody
/// @param differences the worst kind first
public record Reconciliation(
    int filed, int charged, int notCompared, List<Difference> differences) {
  public Reconciliation {
    differences = List.copyOf(differences);
  }

  public Verdict verdict() {
    if (filed == 0) {
      return Verdict.NOTHING_FILED;
    }
    if (differences.stream().anyMatch(Difference::isWrong)) {
      return Verdict.DIFFERS;
    }
    return notCompared == 0 ? Verdict.AGREES : Verdict.NOT_ALL_COMPARED;
  }
}
