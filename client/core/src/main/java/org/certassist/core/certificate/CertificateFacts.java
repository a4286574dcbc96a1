package org.certassist.core.certificate;

import java.time.Instant;
import java.util.Optional;

/// What a certificate says: its holder, its issuer, its time and its use.
///
/// @param subject the whole name, RFC 4514
/// @param algorithm the key's algorithm and size such as `RSA 2048` or `EC P-256`
public record CertificateFacts(
    EncodedCertificate certificate,
    String subject,
    Optional<String> organization,
    Optional<String> creditCode,
    Optional<String> socialInsuranceNumber,
    String issuer,
    String serialNumber,
    Instant notBefore,
    Instant notAfter,
    String algorithm,
    CertificateUsage usage) {
  /// Without the holder, whose name and numbers may be a person's.
  @Override
  public String toString() {
    return "CertificateFacts[" + certificate.sha256() + "]";
  }
}
