package org.certassist.core.signature;

import java.time.Instant;
import java.util.Optional;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.EncodedCertificate;

/// A time stamp (RFC 3161) that somebody put on a signature; shown, and no part of the verdict.
///
/// @param integrity the token is genuine and over this signature's value
/// @param status GOOD only where the authority's certificate is for time stamps and its chain holds
/// @param time empty where the token cannot be read
public record TimeStamp(
    Integrity integrity,
    CertificateStatus status,
    Optional<Instant> time,
    Optional<EncodedCertificate> authority) {
  public boolean isTrusted() {
    return integrity == Integrity.INTACT && status.isGood();
  }
}
