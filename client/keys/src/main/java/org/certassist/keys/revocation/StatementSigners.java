package org.certassist.keys.revocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.certassist.keys.certificate.Decoding;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;

/// Whose signature counts under a list or an answer: the issuing CA's, or that of somebody to whom
/// a CA of the chain has given a certificate for just this.
final class StatementSigners {
  private static final int MOST = 10;

  private final SignatureValues signatures;
  private final List<ParsedCertificate> others;
  private final Instant now;

  /// @param others certificates at hand
  StatementSigners(SignatureValues signatures, List<ParsedCertificate> others, Instant now) {
    this.signatures = signatures;
    this.others = others;
    this.now = now;
  }

  /// A certificate that may sign, and the CAs above it.
  ///
  /// @param toBeAsked whether its own certificate may have been revoked: not that of the issuing CA
  ///   itself, which the chain's check sees to, nor that of a responder of which its CA says that
  ///   it need not be asked about (RFC 6960 §4.2.2.2.1)
  record Signer(ParsedCertificate certificate, List<ParsedCertificate> above, boolean toBeAsked) {
    Subject asSubject() {
      return new Subject(certificate, above);
    }
  }

  /// Those who may have signed a list of this name, the issuing CA first.
  List<Signer> ofLists(Subject subject, X500Name listIssuer) {
    Stream<Signer> itself =
        Stream.of(new Signer(subject.issuer(), subject.above(), false))
            .filter(signer -> signer.certificate().holder().getSubject().equals(listIssuer));
    Stream<Signer> delegates =
        others.stream()
            .filter(other -> other.holder().getSubject().equals(listIssuer))
            .filter(other -> !other.encoded().equals(subject.issuer().encoded()))
            .limit(MOST)
            .flatMap(other -> issuedWithin(other, subject.above()).stream());
    return Stream.concat(itself, delegates)
        .filter(signer -> isSound(signer.certificate(), KeyUsage.cRLSign))
        .toList();
  }

  /// Those who may have signed an answer: the issuing CA, or whom it has certified for answers.
  ///
  /// @param sent the certificates in the answer
  List<Signer> ofAnswers(Subject subject, List<ParsedCertificate> sent) {
    ParsedCertificate issuer = subject.issuer();
    Stream<Signer> delegates =
        sent.stream()
            .filter(one -> !one.encoded().equals(issuer.encoded()))
            .limit(MOST)
            .filter(one -> isForAnswers(one) && isSound(one, KeyUsage.digitalSignature))
            .filter(one -> isIssuedBy(issuer, one))
            .map(one -> new Signer(one, subject.above(), !isExempt(one)));
    return Stream.concat(Stream.of(new Signer(issuer, subject.above(), false)), delegates).toList();
  }

  private Optional<Signer> issuedWithin(ParsedCertificate other, List<ParsedCertificate> cas) {
    for (int i = 0; i < cas.size(); i++) {
      if (isIssuedBy(cas.get(i), other)) {
        return Optional.of(new Signer(other, cas.subList(i, cas.size()), true));
      }
    }
    return Optional.empty();
  }

  private boolean isIssuedBy(ParsedCertificate issuer, ParsedCertificate certificate) {
    return issuer.holder().getSubject().equals(certificate.holder().getIssuer())
        && signatures.signed(issuer, certificate);
  }

  private boolean isSound(ParsedCertificate certificate, int use) {
    boolean mayBeUsed =
        extensions(certificate)
            .flatMap(all -> Optional.ofNullable(all.getExtension(Extension.keyUsage)))
            .map(extension ->
                Decoding.attempt(() -> KeyUsage.getInstance(extension.getParsedValue()))
                    .filter(usage -> usage.hasUsages(use))
                    .isPresent())
            .orElse(true);
    return mayBeUsed
        && certificate.isUnderstood()
        && !certificate.key().weak()
        && !now.isBefore(certificate.notBefore())
        && !now.isAfter(certificate.notAfter());
  }

  private static boolean isExempt(ParsedCertificate responder) {
    return extensions(responder)
        .filter(all -> all.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck) != null)
        .isPresent();
  }

  private static boolean isForAnswers(ParsedCertificate certificate) {
    return extensions(certificate)
        .flatMap(all -> Decoding.attempt(() -> ExtendedKeyUsage.fromExtensions(all)))
        .filter(usage -> usage.hasKeyPurposeId(KeyPurposeId.id_kp_OCSPSigning))
        .isPresent();
  }

  private static Optional<Extensions> extensions(ParsedCertificate certificate) {
    return Optional.ofNullable(certificate.holder().getExtensions());
  }
}
