package org.certassist.core.reconcile;

import java.util.List;

/// What came of holding a month's charge against what was filed.
///
/// @param filed people of whom this archive knows how they stand
/// @param charged people in the portal's list
/// @param differences the worst kind first
public record Reconciliation(int filed, int charged, List<Difference> differences) {
  public Reconciliation {
    differences = List.copyOf(differences);
  }

  /// Whether there is nothing to see to before the month is paid.
  public boolean agrees() {
    return differences.stream().noneMatch(Difference::isWrong);
  }
}
