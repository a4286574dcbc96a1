package org.certassist.desktop.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateReport;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.key.PinState;

/// An invented unit's certificates with the CAs above them, on a key and in files.
public final class CertificateSamples {
  public static final String ID_NUMBER = "320583199408120047";
  public static final EncodedCertificate SIGNING = PaperKeys.certificate("signing");
  public static final EncodedCertificate ENCRYPTION = PaperKeys.certificate("encryption");
  public static final EncodedCertificate CA = PaperKeys.certificate("ca");
  public static final EncodedCertificate ROOT = PaperKeys.certificate("root");

  private static final String CA_NAME = "CN=练习 SM2 CA,O=练习市数字证书认证中心,C=CN";
  private static final String ROOT_NAME = "CN=练习根 CA,O=练习国家根,C=CN";
  private static final Instant START = Instant.parse("2025-12-01T01:00:00Z");

  private CertificateSamples() {}

  /// A key with a good SM2 pair that lasts for a year.
  public static Office withPair(Office office) {
    return withPair(office, "SM2", Instant.parse("2027-12-01T01:00:00Z"), Optional.empty());
  }

  /// @param fault why the signing certificate is not good
  public static Office withPair(
      Office office, String algorithm, Instant end, Optional<CertificateStatus> fault) {
    office.keys.plugIn(
        Office.SERIAL, "signing", org.certassist.core.key.TokenPin.usual(PinState.OK));
    office.keys.adding(Office.SERIAL, "encryption");
    authorities(office);
    office.certificates.put(
        unit(SIGNING, algorithm, end, CertificateUsage.SIGNING),
        fault.orElse(CertificateStatus.GOOD));
    office.certificates.report(
        SIGNING,
        new CertificateReport(
            fault.orElse(CertificateStatus.GOOD),
            List.of(SIGNING, CA, ROOT),
            fault.map(_ -> SIGNING)));
    CertificateStatus other = new CertificateStatus(StatusCode.NOT_VALID, "encryptionOnly");
    office.certificates.put(unit(ENCRYPTION, algorithm, end, CertificateUsage.ENCRYPTION), other);
    office.certificates.report(
        ENCRYPTION,
        new CertificateReport(other, List.of(ENCRYPTION, CA, ROOT), Optional.of(ENCRYPTION)));
    return office;
  }

  /// What stands in a file beside the unit's certificate.
  public static void authorities(Office office) {
    office
        .certificates
        .put(authority(CA, CA_NAME, ROOT_NAME), CertificateStatus.GOOD)
        .put(authority(ROOT, ROOT_NAME, ROOT_NAME), CertificateStatus.GOOD)
        .authority(CA)
        .authority(ROOT);
  }

  private static CertificateFacts unit(
      EncodedCertificate certificate, String algorithm, Instant end, CertificateUsage usage) {
    return new CertificateFacts(
        certificate,
        "CN=顾海燕 " + ID_NUMBER + ",OU=人力资源部,O=" + Samples.UNIT + ",L=苏州,C=CN",
        new Holder(
            List.of(
                new HolderFact(HolderField.ORGANIZATION, Samples.UNIT, "subject O"),
                new HolderFact(
                    HolderField.CREDIT_CODE, Samples.CREDIT_CODE, "extension 1.2.156.10260.4.4"),
                new HolderFact(HolderField.CREDIT_CODE, Samples.OTHER_CODE, "subject OU"),
                new HolderFact(
                    HolderField.SOCIAL_INSURANCE_NUMBER,
                    "320509888888",
                    "extension 1.2.156.10260.4.1.2"),
                new HolderFact(HolderField.HANDLER, "顾海燕", "subject CN"),
                new HolderFact(HolderField.IDENTITY_NUMBER, ID_NUMBER, "subject CN"),
                new HolderFact(HolderField.CA, "练习 CA", "issuer"))),
        CA_NAME,
        "4a5b6c00112233445566778899aabbcc",
        START,
        end,
        algorithm,
        usage);
  }

  private static CertificateFacts authority(
      EncodedCertificate certificate, String name, String issuer) {
    return new CertificateFacts(
        certificate,
        name,
        Holder.UNKNOWN,
        issuer,
        "01",
        Instant.parse("2020-01-01T00:00:00Z"),
        Instant.parse("2040-01-01T00:00:00Z"),
        "SM2",
        CertificateUsage.ENCRYPTION);
  }
}
