package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.filing.Expiry;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.Mask;
import org.jspecify.annotations.Nullable;

/// The certificate object of `keys`, `certificate` and `verify`.
///
/// @param holder every value that was found, of one field the one that counts first
/// @param expiry left out where it is not asked how long the certificate still lasts
/// @param revocation left out where it is not asked about
public record CertificateJson(
    String subject,
    @Nullable String organization,
    @Nullable String creditCode,
    @Nullable String socialInsuranceNumber,
    List<FactJson> holder,
    String issuer,
    String serialNumber,
    String notBefore,
    String notAfter,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ExpiryJson expiry,
    String algorithm,
    String usage,
    String sha256,
    Status status,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RevocationJson revocation) {

  /// @param field organization, creditCode, socialInsuranceNumber, unitNumber, handler,
  ///   identityNumber or ca
  public record FactJson(String field, String value, String origin) {
    static FactJson of(HolderFact fact) {
      return new FactJson(fact.field().word(), fact.value(), fact.origin());
    }
  }

  /// @param notice none, within60Days, beforeNextWindow, within30Days or ended
  public record ExpiryJson(String notice, long daysLeft) {
    static ExpiryJson of(Expiry expiry) {
      return new ExpiryJson(expiry.notice().word(), expiry.daysLeft());
    }
  }

  /// @param code 0, 800, 809, 810, 820 or 823
  public record Status(int code, String reason) {
    public static Status of(CertificateStatus status) {
      return new Status(status.code().number(), status.reason());
    }
  }

  /// With identity numbers masked.
  public static CertificateJson of(CertificateFacts facts, CertificateStatus status) {
    return made(Mask.of(facts), status, null, null);
  }

  /// With identity numbers masked.
  public static CertificateJson of(
      CertificateFacts facts, CertificateStatus status, RevocationJson revocation) {
    return made(Mask.of(facts), status, null, revocation);
  }

  /// With identity numbers masked.
  public static CertificateJson of(
      CertificateFacts facts, CertificateStatus status, Expiry expiry, RevocationJson revocation) {
    return whole(Mask.of(facts), status, expiry, revocation);
  }

  /// As it stands in the certificate.
  public static CertificateJson whole(
      CertificateFacts facts, CertificateStatus status, Expiry expiry, RevocationJson revocation) {
    return made(facts, status, ExpiryJson.of(expiry), revocation);
  }

  private static CertificateJson made(
      CertificateFacts facts,
      CertificateStatus status,
      @Nullable ExpiryJson expiry,
      @Nullable RevocationJson revocation) {
    return new CertificateJson(
        facts.subject(),
        facts.organization().orElse(null),
        facts.creditCode().orElse(null),
        facts.socialInsuranceNumber().orElse(null),
        facts.holder().facts().stream().map(FactJson::of).toList(),
        facts.issuer(),
        facts.serialNumber(),
        ShanghaiTime.text(facts.notBefore()),
        ShanghaiTime.text(facts.notAfter()),
        expiry,
        facts.algorithm(),
        facts.usage().word(),
        facts.certificate().sha256(),
        Status.of(status),
        revocation);
  }
}
