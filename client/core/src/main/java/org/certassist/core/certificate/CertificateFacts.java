package org.certassist.core.certificate;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a certificate says: its holder, its issuer, its time and its use.
///
/// @param subject the whole name, RFC 4514
/// @param holder what of the name and the extensions we understand, with its origin
/// @param algorithm the key's algorithm and size such as `RSA 2048` or `EC P-256`
public record CertificateFacts(
    EncodedCertificate certificate,
    String subject,
    Holder holder,
    String issuer,
    String serialNumber,
    Instant notBefore,
    Instant notAfter,
    String algorithm,
    CertificateUsage usage) {
  public Optional<String> organization() {
    return holder.value(HolderField.ORGANIZATION);
  }

  public Optional<String> creditCode() {
    return holder.value(HolderField.CREDIT_CODE);
  }

  public Optional<String> socialInsuranceNumber() {
    return holder.value(HolderField.SOCIAL_INSURANCE_NUMBER);
  }

  /// What a person would call it: the unit, else the whole subject.
  public String title() {
    return organization().orElse(subject);
  }

  /// The same, with the numbers that belong to somebody masked wherever they stand.
  ///
  /// @param mask what is left of such a number
  public CertificateFacts masked(UnaryOperator<String> mask) {
    return new CertificateFacts(
        certificate,
        holder.masked(subject, mask),
        holder.masked(mask),
        issuer,
        serialNumber,
        notBefore,
        notAfter,
        algorithm,
        usage);
  }

  /// The same without the numbers that belong to somebody, as a fault or a log may name it.
  public CertificateFacts withoutNumbers() {
    return masked(_ -> "***");
  }

  /// Without the holder, whose name and numbers may be a person's.
  @Override
  public String toString() {
    return "CertificateFacts[" + certificate.sha256() + "]";
  }
}
