package org.certassist.keys.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SigningKey;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignatureVerdict;
import org.certassist.core.signature.Signatures;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;
import org.certassist.keys.certificate.X509Certificates;

/// Detached CMS signatures, made by a key behind a [KeySession] and verified here.
public final class CmsSignatures implements Signatures {
  private final SignatureValues signatures;
  private final Certificates certificates;

  public CmsSignatures() {
    this(new SignatureValues());
  }

  private CmsSignatures(SignatureValues signatures) {
    this.signatures = signatures;
    this.certificates = new X509Certificates(signatures);
  }

  @Override
  public Made sign(byte[] content, KeySession session, Packing packing)
      throws KeyException, InterruptedException {
    SigningKey key = session.key();
    ParsedCertificate signer =
        ParsedCertificate.of(key.certificate())
            .orElseThrow(
                () -> new KeyException(new KeyFault.NoSigningCertificate(key.token().serial())));
    CmsAlgorithm algorithm =
        CmsAlgorithm.toSignWith(signer.key().kind(), packing.sm2Form())
            .orElseThrow(
                () -> new KeyException(new KeyFault.AlgorithmUnsupported(signer.key().name())));
    ContentForm form = ContentForm.toSignIn(algorithm, packing.sm2Form());
    byte[] digest = Digests.of(algorithm.digestName(), content);
    ASN1Set attributes = SignedAttributes.make(form.data(), digest, signer, packing.signingTime());
    RawSignature raw = session.sign(algorithm.atTheKey(), der(attributes));
    byte[] cms = der(signedData(form, signer, packing.chain(), algorithm, attributes, raw.value()));
    if (DetachedCms.of(cms).filter(made -> fault(made, content).isEmpty()).isEmpty()) {
      throw new KeyException(new KeyFault.WrongSignature(key.token().module().toString()));
    }
    return new Made(cms, raw.engine());
  }

  private static ContentInfo signedData(
      ContentForm form,
      ParsedCertificate signer,
      List<EncodedCertificate> chain,
      CmsAlgorithm algorithm,
      ASN1Set attributes,
      byte[] signatureValue) {
    SignerInfo info =
        new SignerInfo(
            new SignerIdentifier(new IssuerAndSerialNumber(signer.holder().toASN1Structure())),
            algorithm.digestIdentifier(),
            attributes,
            algorithm.signatureIdentifier(),
            new DEROctetString(signatureValue),
            (ASN1Set) null);
    ASN1Encodable[] included =
        Stream.concat(
                Stream.of(signer),
                chain.stream()
                    .flatMap(certificate -> ParsedCertificate.of(certificate).stream())
                    .filter(certificate -> !certificate.isSelfIssued()))
            .map(certificate -> certificate.holder().toASN1Structure())
            .distinct()
            .toArray(ASN1Encodable[]::new);
    // By hand: Bouncy Castle's class counts a content of GM/T 0010 as version 3 (RFC 5652); it is
    // 1.
    ASN1Encodable[] data = {
      new ASN1Integer(1),
      new DERSet(algorithm.digestIdentifier()),
      new ContentInfo(form.data(), null),
      new DERTaggedObject(false, 0, new DERSet(included)),
      new DERSet(info)
    };
    return new ContentInfo(form.signedData(), new DERSequence(data));
  }

  private static byte[] der(ASN1Encodable object) {
    try {
      return object.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    } catch (IOException impossible) { // into memory, of objects that were parsed or made here
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public SignatureVerdict verify(
      byte[] content, byte[] cms, List<EncodedCertificate> trust, Instant at) {
    Optional<DetachedCms> read = DetachedCms.of(cms);
    if (read.isEmpty()) {
      return new SignatureVerdict(wrong("malformed"), Optional.empty(), Optional.empty());
    }
    DetachedCms signature = read.get();
    EncodedCertificate signer = signature.signer().encoded();
    CertificateStatus status =
        fault(signature, content)
            .map(CmsSignatures::wrong)
            .orElseGet(() -> certificates.check(signer, signature.certificates(), trust, at));
    return new SignatureVerdict(status, Optional.of(signer), signature.attributes().signingTime());
  }

  /// Why this is not a signature over the content by the certificate it carries; empty where it is.
  ///
  /// The signature is looked at before the digest: "the content was changed" is only said where the
  /// rest is genuine.
  private Optional<String> fault(DetachedCms signature, byte[] content) {
    SignedAttributes attributes = signature.attributes();
    if (!attributes.signingCertificate()
        || !signatures.verifies(
            signature.signer(),
            signature.algorithm().signatureName(),
            attributes.der(),
            signature.value())) {
      return Optional.of("signatureMismatch");
    }
    byte[] digest = Digests.of(signature.algorithm().digestName(), content);
    boolean sameContent =
        MessageDigest.isEqual(digest, attributes.messageDigest())
            && signature.included().map(own -> MessageDigest.isEqual(own, content)).orElse(true);
    return sameContent ? Optional.empty() : Optional.of("contentMismatch");
  }

  private static CertificateStatus wrong(String reason) {
    return new CertificateStatus(StatusCode.SIGNATURE_WRONG, reason);
  }
}
