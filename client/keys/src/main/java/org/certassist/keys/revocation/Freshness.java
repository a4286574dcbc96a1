package org.certassist.keys.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.certassist.core.certificate.NotCheckedReason;

/// Whether a CA's word still counts.
///
/// @param now by the clock that the check goes by
/// @param staleness how long a list counts after its next update was due
record Freshness(Instant now, Duration staleness) {
  /// Clocks differ a little.
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /// An answer that names no next update is of the moment.
  private static final Duration ANSWER_LASTS = Duration.ofDays(1);

  /// A list without a next update is due for one as soon as it is made.
  ///
  /// @throws UnusableException `notYetValid`, `tooOld`
  void demandOfList(Instant thisUpdate, Optional<Instant> nextUpdate) throws UnusableException {
    demand(thisUpdate, nextUpdate.orElse(thisUpdate).plus(staleness));
  }

  /// An answer is made on the spot: an old one was kept by somebody.
  ///
  /// @throws UnusableException `notYetValid`, `tooOld`
  void demandOfAnswer(Instant thisUpdate, Optional<Instant> nextUpdate) throws UnusableException {
    demand(thisUpdate, nextUpdate.orElseGet(() -> thisUpdate.plus(ANSWER_LASTS)).plus(TOLERANCE));
  }

  private void demand(Instant from, Instant until) throws UnusableException {
    if (from.minus(TOLERANCE).isAfter(now)) {
      throw new UnusableException(NotCheckedReason.NOT_YET_VALID);
    }
    if (until.isBefore(now)) {
      throw new UnusableException(NotCheckedReason.TOO_OLD);
    }
  }
}
