package org.certassist.core.certificate;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/// How a region wants revocation checked.
///
/// @param required a filing is refused where the check could not be made; else that is only shown
/// @param staleness how long after its next update is due a list still counts
/// @param privateAddresses whether a certificate may name a server in a private network
/// @param lists where the CAs' lists lie, for certificates that do not say
public record RevocationPolicy(
    boolean required, Duration staleness, boolean privateAddresses, List<URI> lists) {
  public static final RevocationPolicy USUAL =
      new RevocationPolicy(false, Duration.ofDays(3), false, List.of());

  public RevocationPolicy {
    lists = List.copyOf(lists);
  }

  public RevocationPolicy withLists(List<URI> others) {
    return new RevocationPolicy(required, staleness, privateAddresses, others);
  }
}
