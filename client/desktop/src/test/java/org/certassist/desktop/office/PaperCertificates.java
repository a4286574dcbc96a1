package org.certassist.desktop.office;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

/// Certificates whose bytes are a name, and whose facts are written beside it.
public final class PaperCertificates implements Certificates {
  private final Map<EncodedCertificate, CertificateFacts> facts = new ConcurrentHashMap<>();
  private final Map<EncodedCertificate, CertificateStatus> statuses = new ConcurrentHashMap<>();
  private final Map<EncodedCertificate, CertificateReport> reports = new ConcurrentHashMap<>();
  private volatile boolean isFailing;
  private final Set<EncodedCertificate> authorities = ConcurrentHashMap.newKeySet();

  /// From now on examining one ends in a mistake of ours.
  public void fail() {
    isFailing = true;
  }

  /// Writes down any certificate.
  public PaperCertificates put(CertificateFacts all, CertificateStatus status) {
    facts.put(all.certificate(), all);
    statuses.put(all.certificate(), status);
    return this;
  }

  /// Writes down what examining a certificate brings.
  public PaperCertificates report(EncodedCertificate certificate, CertificateReport report) {
    reports.put(certificate, report);
    statuses.put(certificate, report.status());
    return this;
  }

  /// It is a CA's.
  public PaperCertificates authority(EncodedCertificate certificate) {
    authorities.add(certificate);
    return this;
  }

  /// Writes a certificate down for the key of the same serial.
  public PaperCertificates of(
      String serial, String organization, String creditCode, CertificateStatus status) {
    EncodedCertificate certificate = PaperKeys.certificate(serial);
    facts.put(
        certificate,
        new CertificateFacts(
            certificate,
            "CN=" + organization + ",O=" + organization + ",C=CN",
            new Holder(
                List.of(
                    new HolderFact(HolderField.ORGANIZATION, organization, "subject O"),
                    new HolderFact(HolderField.CREDIT_CODE, creditCode, "subject OU"),
                    new HolderFact(
                        HolderField.SOCIAL_INSURANCE_NUMBER,
                        "320509888888",
                        "extension 1.2.156.10260.4.1.2"))),
            "CN=certassist practice issuing CA,O=certassist,C=CN",
            "4A5B6C",
            Instant.parse("2025-12-01T00:00:00Z"),
            Instant.parse("2027-12-01T00:00:00Z"),
            "RSA 2048",
            CertificateUsage.SIGNING));
    statuses.put(certificate, status);
    return this;
  }

  /// One that names a unit and leaves this field out.
  public PaperCertificates without(String serial, HolderField field, String organization) {
    var _ = of(serial, organization, "", CertificateStatus.GOOD);
    CertificateFacts all = read(PaperKeys.certificate(serial)).orElseThrow();
    Holder holder =
        new Holder(all.holder().facts().stream().filter(fact -> fact.field() != field).toList());
    return put(
        new CertificateFacts(
            all.certificate(),
            all.subject(),
            holder,
            all.issuer(),
            all.serialNumber(),
            all.notBefore(),
            all.notAfter(),
            all.algorithm(),
            all.usage()),
        CertificateStatus.GOOD);
  }

  @Override
  public Optional<CertificateFacts> read(EncodedCertificate certificate) {
    return Optional.ofNullable(facts.get(certificate)).or(() -> portal(certificate));
  }

  /// The portal's receipt signer is known by its bytes.
  private static Optional<CertificateFacts> portal(EncodedCertificate certificate) {
    return new String(certificate.der(), StandardCharsets.UTF_8).equals("portal")
        ? Optional.of(
            new CertificateFacts(
                certificate,
                "CN=portal",
                Holder.UNKNOWN,
                "CN=root",
                "1",
                Instant.EPOCH,
                Instant.EPOCH,
                "RSA 2048",
                CertificateUsage.SIGNING))
        : Optional.empty();
  }

  @Override
  public CertificateReport examine(EncodedCertificate certificate, Material material, Instant at) {
    if (isFailing) {
      throw new IllegalStateException("examined no more");
    }
    return reports.getOrDefault(
        certificate,
        new CertificateReport(
            statuses.getOrDefault(certificate, CertificateStatus.GOOD),
            List.of(certificate),
            Optional.empty()));
  }

  @Override
  public List<EncodedCertificate> chain(
      EncodedCertificate certificate, List<EncodedCertificate> others) {
    return List.of();
  }

  /// One name a line; what is not written down here is no certificate.
  @Override
  public List<EncodedCertificate> parse(byte[] file) {
    return new String(file, StandardCharsets.UTF_8)
        .lines()
        .map(PaperKeys::certificate)
        .filter(facts::containsKey)
        .toList();
  }

  @Override
  public boolean isAuthority(EncodedCertificate certificate) {
    return authorities.contains(certificate);
  }

  /// One name a line.
  @Override
  public byte[] bundle(List<EncodedCertificate> certificates) {
    return certificates.stream()
        .map(certificate -> new String(certificate.der(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
