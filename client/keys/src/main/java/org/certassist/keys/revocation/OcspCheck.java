package org.certassist.keys.revocation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.keys.certificate.Decoding;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;
import org.certassist.keys.revocation.StatementSigners.Signer;
import org.jspecify.annotations.Nullable;

/// Says what a server's answer means for one certificate (RFC 6960 §3.2): status, question, signer,
/// age.
final class OcspCheck {
  private static final Set<ASN1ObjectIdentifier> KNOWN =
      Set.of(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, Extension.reasonCode);

  private final SignatureValues signatures;
  private final StatementSigners signers;
  private final SignerStatus signerStatus;
  private final Freshness freshness;

  OcspCheck(
      SignatureValues signatures,
      StatementSigners signers,
      SignerStatus signerStatus,
      Freshness freshness) {
    this.signatures = signatures;
    this.signers = signers;
    this.signerStatus = signerStatus;
    this.freshness = freshness;
  }

  /// The parts of an answer, read once and wholly.
  private record Answer(
      BasicOCSPResp basic,
      ResponderID responder,
      AlgorithmIdentifier algorithm,
      byte[] signed,
      byte[] signature,
      List<ParsedCertificate> sent,
      List<Part> about,
      boolean toThis,
      boolean strange) {}

  private record Part(
      @Nullable CertificateStatus status, Instant thisUpdate, Optional<Instant> nextUpdate) {}

  /// @throws UnusableException why the answer says nothing about the certificate
  Revocation says(byte[] bytes, OcspQuestion question, Subject subject)
      throws UnusableException, InterruptedException {
    Answer answer =
        Decoding.attempt(() -> read(bytes, question))
            .orElseThrow(() -> new UnusableException(refusal(bytes)));
    demandSigner(answer, subject);
    if (answer.strange()) {
      throw new UnusableException(NotCheckedReason.UNKNOWN_EXTENSION);
    }
    if (!answer.toThis()) {
      throw new UnusableException(NotCheckedReason.OTHER_QUESTION);
    }
    Part part =
        answer.about().stream()
            .max(Comparator.comparing(Part::thisUpdate))
            .orElseThrow(() -> new UnusableException(NotCheckedReason.OTHER_CERTIFICATES));
    freshness.demandOfAnswer(part.thisUpdate(), part.nextUpdate());
    return switch (part.status()) {
      case null -> new Revocation.Good(RevocationSource.OCSP, part.thisUpdate(), part.nextUpdate());
      case RevokedStatus revoked ->
          new Revocation.Revoked(
              RevocationSource.OCSP,
              revoked.getRevocationTime().toInstant(),
              RevocationReason.of(
                  revoked.hasRevocationReason() ? revoked.getRevocationReason() : 0));
      case UnknownStatus _ -> throw new UnusableException(NotCheckedReason.UNKNOWN_TO_CA);
      default -> throw new UnusableException(NotCheckedReason.MALFORMED);
    };
  }

  private void demandSigner(Answer answer, Subject subject)
      throws UnusableException, InterruptedException {
    Signer signer =
        signers.ofAnswers(subject, answer.sent()).stream()
            .filter(one -> isNamed(answer.responder(), one.certificate()))
            .filter(one ->
                signatures.signed(
                    one.certificate(),
                    answer.algorithm(),
                    new ByteArrayInputStream(answer.signed()),
                    answer.signature()))
            .findFirst()
            .orElseThrow(() -> new UnusableException(NotCheckedReason.WRONG_SIGNER));
    signerStatus.demand(signer);
  }

  /// Why a server gave no answer, as far as it says.
  private static NotCheckedReason refusal(byte[] bytes) {
    return Decoding.attempt(() -> new OCSPResp(bytes).getStatus())
        .map(status ->
            switch (status) {
              case OCSPResponseStatus.SUCCESSFUL -> NotCheckedReason.MALFORMED;
              case OCSPResponseStatus.TRY_LATER -> NotCheckedReason.TRY_LATER;
              default -> NotCheckedReason.ANSWER_REFUSED;
            })
        .orElse(NotCheckedReason.MALFORMED);
  }

  private static @Nullable Answer read(byte[] bytes, OcspQuestion question) throws IOException {
    OCSPResp response = new OCSPResp(bytes);
    if (response.getStatus() != OCSPResponseStatus.SUCCESSFUL) {
      return null;
    }
    try {
      if (!(response.getResponseObject() instanceof BasicOCSPResp basic)) {
        return null;
      }
      SingleResp[] parts = basic.getResponses();
      boolean strange = hasUnknown(basic.getCriticalExtensionOIDs());
      List<Part> about = new ArrayList<>();
      for (SingleResp part : parts) {
        if (question.isAbout(part)) {
          strange = strange || hasUnknown(part.getCriticalExtensionOIDs());
          about.add(
              new Part(
                  part.getCertStatus(),
                  part.getThisUpdate().toInstant(),
                  Optional.ofNullable(part.getNextUpdate()).map(Date::toInstant)));
        }
      }
      return new Answer(
          basic,
          basic.getResponderId().toASN1Primitive(),
          basic.getSignatureAlgorithmID(),
          basic.getTBSResponseData(),
          basic.getSignature(),
          sent(basic.getCerts()),
          about,
          question.mayBeAnsweredBy(basic),
          strange);
    } catch (OCSPException unreadable) {
      throw new IOException(unreadable);
    }
  }

  private static boolean hasUnknown(Set<?> critical) {
    return !KNOWN.containsAll(critical);
  }

  private static List<ParsedCertificate> sent(X509CertificateHolder[] certificates)
      throws IOException {
    List<ParsedCertificate> sent = new ArrayList<>();
    for (X509CertificateHolder one : certificates) {
      ParsedCertificate.of(new EncodedCertificate(one.getEncoded())).ifPresent(sent::add);
    }
    return List.copyOf(sent);
  }

  private static boolean isNamed(ResponderID responder, ParsedCertificate certificate) {
    byte[] hash = responder.getKeyHash();
    return hash == null
        ? certificate.holder().getSubject().equals(responder.getName())
        : Arrays.equals(hash, keyHash(certificate));
  }

  private static byte[] keyHash(ParsedCertificate certificate) {
    byte[] key = certificate.holder().getSubjectPublicKeyInfo().getPublicKeyData().getOctets();
    try {
      return MessageDigest.getInstance("SHA-1").digest(key);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
