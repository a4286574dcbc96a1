package org.certassist.keys.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.HolderRuleBook;
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
  public CertificateStatus check(
      EncodedCertificate certificate,
      List<EncodedCertificate> others,
      List<EncodedCertificate> trust,
      Instant at) {
    Optional<ParsedCertificate> parsed = ParsedCertificate.of(certificate);
    if (parsed.isEmpty() || !parsed.get().canonical() || !signatures.hasUsableKey(parsed.get())) {
      return new CertificateStatus(StatusCode.NOT_VALID, "malformed");
    }
    return ownFault(parsed.get(), at)
        .orElseGet(() ->
            trust.isEmpty()
                ? new CertificateStatus(StatusCode.CHAIN_BROKEN, "noTrustGiven")
                : new PathSearch(signatures, parse(others), parse(trust), at).from(parsed.get()));
  }

  private static Optional<CertificateStatus> ownFault(ParsedCertificate certificate, Instant at) {
    if (!certificate.signs()) {
      return Optional.of(new CertificateStatus(StatusCode.NOT_VALID, "encryptionOnly"));
    }
    if (at.isBefore(certificate.notBefore())) {
      return Optional.of(new CertificateStatus(StatusCode.NOT_VALID, "notYetValid"));
    }
    if (at.isAfter(certificate.notAfter())) {
      return Optional.of(new CertificateStatus(StatusCode.EXPIRED, "expired"));
    }
    if (certificate.key().weak()) {
      return Optional.of(new CertificateStatus(StatusCode.NOT_VALID, "weakKey"));
    }
    return certificate.hasUnknownCritical()
        ? Optional.of(new CertificateStatus(StatusCode.CHAIN_BROKEN, "brokenChain"))
        : Optional.empty();
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

  private static List<ParsedCertificate> parse(List<EncodedCertificate> certificates) {
    return certificates.stream()
        .distinct()
        .flatMap(certificate -> ParsedCertificate.of(certificate).stream())
        .toList();
  }
}
