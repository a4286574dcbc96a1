package org.certassist.core.filing;

import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.time.ClockReading;

/// Everything that can be said of one certificate: what stands in it, what the portal would say,
/// and by which way that was found.
///
/// @param chain from the certificate itself upwards, as far as it was found
/// @param clock by which it was judged
public record InspectedCertificate(SeenCertificate seen, List<Link> chain, ClockReading clock) {
  public InspectedCertificate {
    chain = List.copyOf(chain);
  }

  /// A certificate on the way up.
  ///
  /// @param facts empty where it could not be read
  /// @param mark what is to be known of it
  public record Link(EncodedCertificate certificate, Optional<CertificateFacts> facts, Mark mark) {}

  /// What is to be known of a certificate on the way.
  public enum Mark {
    NONE,
    /// The region trusts it: the way ends here.
    ANCHOR,
    /// The reason of the verdict is about it.
    AT_FAULT
  }

  /// Whether the way up reached a certificate that the region trusts.
  public boolean reachesAnchor() {
    return chain.stream().anyMatch(link -> link.mark() == Mark.ANCHOR);
  }

  /// The certificates of the way, itself first.
  public List<EncodedCertificate> certificates() {
    return chain.isEmpty()
        ? List.of(seen.certificate())
        : chain.stream().map(Link::certificate).toList();
  }
}
