package org.certassist.keys.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateReport;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.HolderRuleBook;
import org.certassist.core.certificate.Material;
import org.certassist.core.certificate.StatusCode;

/// Certificates read and judged with Bouncy Castle.
///
/// What the certificate says of itself is judged before its chain, so that an expired certificate
/// is called expired (810) even where its CA is not known.
public final class X509Certificates implements Certificates {
  private final SignatureValues signatures;
  private final HolderRules holders;

  /// For who only judges: nobody is named.
  public X509Certificates() {
    this(new SignatureValues());
  }

  /// The same, with signatures verified in a way of one's own.
  public X509Certificates(SignatureValues signatures) {
    this(signatures, HolderRuleBook.EMPTY);
  }

  /// @param rules where CAs write who holds a certificate
  public X509Certificates(HolderRuleBook rules) {
    this(new SignatureValues(), rules);
  }

  private X509Certificates(SignatureValues signatures, HolderRuleBook rules) {
    this.signatures = signatures;
    this.holders = new HolderRules(rules);
  }

  @Override
  public Optional<CertificateFacts> read(EncodedCertificate certificate) {
    return ParsedCertificate.of(certificate)
        .flatMap(parsed -> Decoding.attempt(() -> facts(parsed)));
  }

  private CertificateFacts facts(ParsedCertificate parsed) {
    return new CertificateFacts(
        parsed.encoded(),
        NameText.of(parsed.subject()),
        holders.read(parsed),
        NameText.of(parsed.issuer()),
        parsed.holder().getSerialNumber().toString(16),
        parsed.notBefore(),
        parsed.notAfter(),
        parsed.key().name(),
        parsed.usage());
  }

  @Override
  public CertificateReport examine(EncodedCertificate certificate, Material material, Instant at) {
    return examine(certificate, Purpose.DOCUMENTS, material, at);
  }

  @Override
  public List<CertificateReport> examineEach(
      List<EncodedCertificate> together, Material material, Instant at) {
    AtHand atHand = AtHand.of(material);
    return together.stream().map(one -> examine(one, Purpose.DOCUMENTS, atHand, at)).toList();
  }

  /// The same for a certificate that serves for something else.
  public CertificateReport examine(
      EncodedCertificate certificate, Purpose purpose, Material material, Instant at) {
    return examine(certificate, purpose, AtHand.of(material), at);
  }

  /// A material that was read.
  ///
  /// @param noTrust no anchor was given, readable or not
  private record AtHand(
      List<ParsedCertificate> others, List<ParsedCertificate> trust, boolean noTrust) {
    static AtHand of(Material material) {
      return new AtHand(
          parse(material.others()), parse(material.trust()), material.trust().isEmpty());
    }
  }

  private CertificateReport examine(
      EncodedCertificate certificate, Purpose purpose, AtHand material, Instant at) {
    return ParsedCertificate.of(certificate)
        .filter(parsed -> parsed.canonical() && isKeySound(parsed))
        .map(parsed -> report(parsed, purpose, material, at))
        .orElseGet(() ->
            new CertificateReport(
                new CertificateStatus(StatusCode.NOT_VALID, "malformed"),
                List.of(),
                Optional.of(certificate)));
  }

  /// A weak key is refused as such; whether its numbers fit is not worth the time it may take.
  private boolean isKeySound(ParsedCertificate certificate) {
    return certificate.key().weak() || signatures.hasUsableKey(certificate);
  }

  private CertificateReport report(
      ParsedCertificate certificate, Purpose purpose, AtHand material, Instant at) {
    FoundPath path =
        new PathSearch(signatures, material.others(), material.trust(), at, purpose, new Effort())
            .from(certificate);
    List<EncodedCertificate> chain = path.chain().stream().map(ParsedCertificate::encoded).toList();
    Optional<CertificateStatus> own =
        OwnRules.fault(certificate, purpose, at)
            .or(() ->
                material.noTrust()
                    ? Optional.of(CertificateStatus.NO_TRUST_GIVEN)
                    : Optional.empty());
    if (own.isPresent()) {
      return new CertificateReport(own.get(), chain, Optional.of(certificate.encoded()));
    }
    return new CertificateReport(
        path.fault()
            .map(fault -> new CertificateStatus(StatusCode.CHAIN_BROKEN, fault.reason()))
            .orElse(CertificateStatus.GOOD),
        chain,
        path.fault().map(fault -> fault.about().encoded()));
  }

  @Override
  public List<EncodedCertificate> chain(
      EncodedCertificate certificate, List<EncodedCertificate> others) {
    return ParsedCertificate.of(certificate)
        .map(parsed -> PathSearch.upwards(signatures, parsed, parse(others)))
        .orElse(List.of());
  }

  @Override
  public List<EncodedCertificate> parse(byte[] file) {
    return CertificateFile.certificates(file);
  }

  @Override
  public boolean isAuthority(EncodedCertificate certificate) {
    return ParsedCertificate.of(certificate).filter(parsed -> parsed.path().ca()).isPresent();
  }

  @Override
  public byte[] bundle(List<EncodedCertificate> certificates) {
    return CertificateBundle.of(certificates);
  }

  private static List<ParsedCertificate> parse(List<EncodedCertificate> certificates) {
    return certificates.stream()
        .distinct()
        .flatMap(certificate -> ParsedCertificate.of(certificate).stream())
        .toList();
  }
}
