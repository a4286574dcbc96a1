package org.certassist.core.helpdesk;

import java.util.OptionalLong;

/// About how long a certificate lasts, in steps that are fine where it matters.
///
/// Each day of the last week before the end is a step of its own; what ended months ago and what
/// lasts for years is told roughly.
///
/// @param step 0 to [#STEPS] − 1, the place in the table
public record DaysLeft(int step) {
  /// The fewest days of each step but the first, which has no fewest; below 0 the certificate has
  /// ended. The table is part of the phone code's format 1 and never changes.
  private static final long[] FEWEST = {
    -30, -7, 0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 30, 40, 50, 60, 75, 90, 120, 150, 180, 240, 300,
    365, 455, 545, 730, 1095, 1825
  };

  public static final int STEPS = FEWEST.length + 1;

  /// @throws IllegalArgumentException where there is no such step
  public DaysLeft {
    if (step < 0 || step >= STEPS) {
      throw new IllegalArgumentException("no step " + step);
    }
  }

  /// The step in which a number of days lies.
  ///
  /// @param days as [org.certassist.core.filing.Expiry] counts them: below 0 where it has ended
  public static DaysLeft of(long days) {
    int step = 0;
    while (step < FEWEST.length && days >= FEWEST[step]) {
      step++;
    }
    return new DaysLeft(step);
  }

  /// Empty where it ended longer ago than the table goes.
  public OptionalLong fewest() {
    return step == 0 ? OptionalLong.empty() : OptionalLong.of(FEWEST[step - 1]);
  }

  /// Empty where it lasts longer than the table goes.
  public OptionalLong most() {
    return step == STEPS - 1 ? OptionalLong.empty() : OptionalLong.of(FEWEST[step] - 1);
  }
}
