package org.certassist.core.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateReport;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.core.certificate.Material;

/// Certificates whose bytes are a line of text: usage, credit code, subject.
public final class PlainCertificates implements Certificates {
  private Instant begin = Instant.EPOCH;
  private Instant end = Instant.MAX;

  public static EncodedCertificate certificate(
      CertificateUsage usage, String creditCode, String subject) {
    String line = usage + "|" + creditCode + "|" + subject;
    return new EncodedCertificate(line.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Optional<CertificateFacts> read(EncodedCertificate certificate) {
    String[] parts = new String(certificate.der(), StandardCharsets.UTF_8).split("\\|", 3);
    if (parts.length < 3) {
      return Optional.empty();
    }
    return Optional.of(
        new CertificateFacts(
            certificate,
            parts[2],
            holder(parts[1]),
            "CN=练习 CA",
            "01",
            begin,
            end,
            "RSA 2048",
            CertificateUsage.valueOf(parts[0])));
  }

  /// All of them last so long; from the beginning to the end of time unless told.
  public void last(Instant from, Instant until) {
    begin = from;
    end = until;
  }

  private static Holder holder(String creditCode) {
    HolderFact unit = new HolderFact(HolderField.ORGANIZATION, "福州练习制造有限公司", "subject O");
    return creditCode.isEmpty()
        ? new Holder(List.of(unit))
        : new Holder(
            List.of(unit, new HolderFact(HolderField.CREDIT_CODE, creditCode, "subject OU")));
  }

  @Override
  public CertificateReport examine(EncodedCertificate certificate, Material material, Instant at) {
    return new CertificateReport(
        material.trust().isEmpty() ? CertificateStatus.NO_TRUST_GIVEN : CertificateStatus.GOOD,
        List.of(certificate),
        Optional.empty());
  }

  @Override
  public List<EncodedCertificate> chain(
      EncodedCertificate certificate, List<EncodedCertificate> others) {
    return others;
  }

  @Override
  public List<EncodedCertificate> parse(byte[] file) {
    return List.of();
  }

  @Override
  public boolean isAuthority(EncodedCertificate certificate) {
    return false;
  }

  /// One after the other.
  @Override
  public byte[] bundle(List<EncodedCertificate> certificates) {
    return certificates.stream()
        .map(EncodedCertificate::pem)
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }
}
