package org.certassist.keys.cms;

import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.signature.Integrity;
import org.certassist.keys.certificate.Decoding;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;

/// One signer of a signature file while its content is being read: made before it, asked after it.
final class SignerCheck {
  /// What became of the signature.
  ///
  /// @param reason as in a `CertificateStatus`; `ok` where it is intact
  record Result(Integrity integrity, String reason) {
    static final Result INTACT = new Result(Integrity.INTACT, "ok");

    static Result broken(String reason) {
      return new Result(Integrity.BROKEN, reason);
    }

    static Result cannotTell(String reason) {
      return new Result(Integrity.CANNOT_TELL, reason);
    }
  }

  private final SignerInfo info;
  private final Optional<ParsedCertificate> signer;
  private final Optional<CmsAlgorithm> algorithm;
  private final Optional<SignedAttributes> attributes;
  private final boolean bare;
  private final ASN1ObjectIdentifier contentType;
  private final SignatureValues signatures;
  private final Optional<Signature> overContent;

  SignerCheck(
      SignerInfo info,
      SignedParts parts,
      List<EncodedCertificate> others,
      SignatureValues signatures) {
    this.info = info;
    this.signatures = signatures;
    this.contentType = parts.contentType();
    this.signer =
        Stream.concat(parts.certificates().stream(), others.stream())
            .flatMap(certificate -> ParsedCertificate.of(certificate).stream())
            .filter(this::isNamed)
            .findFirst();
    this.algorithm =
        signer.flatMap(certificate ->
            Decoding.attempt(() ->
                    CmsAlgorithm.of(
                        certificate.key().kind(),
                        info.getDigestAlgorithm(),
                        info.getDigestEncryptionAlgorithm()))
                .flatMap(found -> found));
    this.bare = info.getAuthenticatedAttributes() == null;
    this.attributes =
        bare
            ? Optional.empty()
            : signer.flatMap(certificate ->
                Decoding.attempt(
                    () -> SignedAttributes.read(info.getAuthenticatedAttributes(), certificate)));
    this.overContent =
        bare
            ? signer.flatMap(certificate ->
                algorithm.flatMap(known -> signatures.verifier(certificate, known.signatureName())))
            : Optional.empty();
  }

  private boolean isNamed(ParsedCertificate certificate) {
    return Decoding.attempt(() -> DetachedCms.isNamed(certificate, info.getSID())).orElse(false);
  }

  SignerInfo info() {
    return info;
  }

  /// The signature is over the content itself, without signed attributes.
  boolean isBare() {
    return bare;
  }

  Optional<EncodedCertificate> signer() {
    return signer.map(ParsedCertificate::encoded);
  }

  Optional<Instant> signingTime() {
    return attributes.flatMap(SignedAttributes::signingTime);
  }

  /// The digest it needs of the content.
  Optional<String> digestName() {
    return algorithm.map(CmsAlgorithm::digestName);
  }

  /// What the whole content must go through, where the signature is over the content itself.
  Optional<Signature> overContent() {
    return overContent;
  }

  /// @param content empty where there is none
  Result result(Optional<ContentDigests> content) {
    if (signer.isEmpty()) {
      return Result.cannotTell("signerCertificateMissing");
    }
    if (algorithm.isEmpty()) {
      return Result.cannotTell("algorithmUnknown");
    }
    return bare ? overContent(content) : overAttributes(content);
  }

  private Result overAttributes(Optional<ContentDigests> content) {
    if (attributes.isEmpty()) {
      return Result.cannotTell("signatureUnreadable");
    }
    SignedAttributes signed = attributes.get();
    boolean genuine =
        signed.signingCertificate()
            && signed.contentType().equals(contentType)
            && signatures.verifies(
                signer.orElseThrow(),
                algorithm.orElseThrow().signatureName(),
                signed.der(),
                value());
    if (!genuine) {
      return Result.broken("signatureMismatch");
    }
    if (content.isEmpty()) {
      return Result.cannotTell("noContent");
    }
    byte[] digest = content.get().digest(algorithm.orElseThrow().digestName());
    return MessageDigest.isEqual(digest, signed.messageDigest())
        ? Result.INTACT
        : Result.broken("contentMismatch");
  }

  /// A content that begins as signed attributes do may be somebody's attributes, whose signature
  /// was given another meaning.
  private Result overContent(Optional<ContentDigests> content) {
    if (content.isEmpty()) {
      return Result.cannotTell("noContent");
    }
    if (content.get().beginsLikeAttributes()) {
      return Result.cannotTell("contentLikeAttributes");
    }
    try {
      return overContent.isPresent() && overContent.get().verify(value())
          ? Result.INTACT
          : Result.broken("signatureMismatch");
    } catch (SignatureException malformed) {
      return Result.broken("signatureMismatch");
    }
  }

  private byte[] value() {
    return algorithm.orElseThrow().value(info.getEncryptedDigest());
  }
}
