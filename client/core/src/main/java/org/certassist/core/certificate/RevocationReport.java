package org.certassist.core.certificate;

import java.time.Instant;
import java.util.List;

/// What was found out about the revocation of every certificate of a chain.
///
/// @param asked from the certificate upwards, without the trust anchor; empty where nobody asked
public record RevocationReport(Instant checkedAt, List<Asked> asked) {
  public RevocationReport {
    asked = List.copyOf(asked);
  }

  /// One certificate of the chain.
  public record Asked(EncodedCertificate certificate, Revocation result) {}

  /// A report that says only that nobody asked.
  public static RevocationReport notAsked(Instant at) {
    return new RevocationReport(at, List.of());
  }

  /// What holds for the chain: one revoked certificate decides; then the first that could not be
  /// checked; else the certificate's own.
  public Revocation overall() {
    return asked.stream()
        .map(Asked::result)
        .filter(Revocation.Revoked.class::isInstance)
        .findFirst()
        .or(() ->
            asked.stream()
                .map(Asked::result)
                .filter(Revocation.NotChecked.class::isInstance)
                .findFirst())
        .or(() -> asked.stream().map(Asked::result).findFirst())
        .orElseGet(() -> new Revocation.NotChecked(NotCheckedReason.NOT_ASKED));
  }
}
