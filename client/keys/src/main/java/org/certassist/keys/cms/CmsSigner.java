package org.certassist.keys.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.List;
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
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SigningKey;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.Signatures.Made;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;

/// Makes detached CMS with a key behind a [KeySession], and verifies what the key returned.
final class CmsSigner {
  private final SignatureValues signatures;

  CmsSigner(SignatureValues signatures) {
    this.signatures = signatures;
  }

  /// The digest of the content by a name of the JCA.
  interface Digester<E extends Exception> {
    byte[] digest(String name) throws E;
  }

  /// @throws KeyException also `driver.wrongSignature`
  /// @throws E where the content cannot be digested; nothing went to the key
  <E extends Exception> Made sign(Digester<E> content, KeySession session, Packing packing)
      throws KeyException, InterruptedException, E {
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
    byte[] digest = content.digest(algorithm.digestName());
    ASN1Set attributes = SignedAttributes.make(form.data(), digest, signer, packing.signingTime());
    RawSignature raw = session.sign(algorithm.atTheKey(), der(attributes));
    byte[] cms = der(signedData(form, signer, packing.chain(), algorithm, attributes, raw.value()));
    if (DetachedCms.of(cms).filter(made -> holds(made, digest)).isEmpty()) {
      throw new KeyException(new KeyFault.WrongSignature(key.token().module().toString()));
    }
    return new Made(cms, raw.engine());
  }

  private boolean holds(DetachedCms made, byte[] digest) {
    return made.isSigned(signatures)
        && MessageDigest.isEqual(made.attributes().messageDigest(), digest);
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
    // By hand: Bouncy Castle's class counts a content of GM/T 0010 as version 3 (RFC 5652).
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
}
