package org.certassist.core.reconcile;

/// What holding a month's charge against what was filed comes to.
public enum Verdict {
  AGREES,
  DIFFERS,
  /// It agrees as far as lines could be compared.
  NOT_ALL_COMPARED,
  /// There is nothing to compare with.
  NOTHING_FILED
}
