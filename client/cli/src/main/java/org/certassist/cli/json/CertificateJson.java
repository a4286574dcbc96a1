package org.certassist.cli.json;

import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/// The certificate object of `keys`, `certificate` and `verify`.
public record CertificateJson(
    String subject,
    @Nullable String organization,
    @Nullable String creditCode,
    @Nullable String socialInsuranceNumber,
    String issuer,
    String serialNumber,
    String notBefore,
    String notAfter,
    String algorithm,
    String usage,
    String sha256,
    Status status) {

  /// @param code 0, 800, 809, 810, 820 or 823
  public record Status(int code, String reason) {
    public static Status of(CertificateStatus status) {
      return new Status(status.code().number(), status.reason());
    }
  }

  public static CertificateJson of(CertificateFacts facts, CertificateStatus status) {
    return new CertificateJson(
        facts.subject(),
        facts.organization().orElse(null),
        facts.creditCode().orElse(null),
        facts.socialInsuranceNumber().orElse(null),
        facts.issuer(),
        facts.serialNumber(),
        ShanghaiTime.text(facts.notBefore()),
        ShanghaiTime.text(facts.notAfter()),
        facts.algorithm(),
        facts.usage().word(),
        facts.certificate().sha256(),
        Status.of(status));
  }
}
