package org.certassist.keys.revocation;

import java.time.Duration;
import org.certassist.core.certificate.StatusPublications;

/// How long a round of asking may still take; one server never gets all of it.
final class Patience {
  private static final Duration ONE_SERVER = Duration.ofSeconds(6);

  private final long end;

  Patience(Duration whole) {
    this.end = System.nanoTime() + whole.toNanos();
  }

  StatusPublications.Manner manner(boolean privateAddresses) {
    Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    return new StatusPublications.Manner(
        left.compareTo(ONE_SERVER) < 0 ? left : ONE_SERVER, privateAddresses);
  }
}
