package org.certassist.keys.certificate;

/// What one search for a chain has cost, and how much it may: a stranger's certificates must not
/// keep us busy.
final class Effort {
  static final int MOST_STEPS = 2_000;

  /// By their cost.
  static final int MOST_SIGNATURES = 150;

  /// Names held against name constraints, and those against one another.
  static final int MOST_COMPARISONS = 200_000;

  private int steps;
  private long signatures;
  private long comparisons;

  /// One more certificate tried as an issuer.
  boolean step() {
    return ++steps <= MOST_STEPS;
  }

  /// One more signature to be verified with this key.
  boolean signature(KeyDescription key) {
    signatures += key.cost();
    return signatures <= MOST_SIGNATURES;
  }

  boolean comparisons(long more) {
    comparisons += more;
    return comparisons <= MOST_COMPARISONS;
  }

  /// Something was left out because it would have been too much.
  boolean isSpent() {
    return steps > MOST_STEPS || signatures > MOST_SIGNATURES || comparisons > MOST_COMPARISONS;
  }
}
