package org.certassist.keys.cms;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.Decoding;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;
import org.jspecify.annotations.Nullable;

/// A CMS signature by one signer, read once and wholly.
///
/// Read strictly, because version numbers and algorithm lists are not covered by the signature:
/// they must agree with what they describe. Not covered and not looked at: CRLs, unsigned
/// attributes, certificates that no chain needs.
///
/// @param value the signature's; of SM2 as DER, whatever form it came in
/// @param included content carried inside; empty in a detached signature
record DetachedCms(
    ParsedCertificate signer,
    List<EncodedCertificate> certificates,
    CmsAlgorithm algorithm,
    SignedAttributes attributes,
    byte[] value,
    Optional<byte[]> included) {
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final int MOST_CERTIFICATES = 50;

  /// Empty where the bytes are no signature we can read, or have several signers.
  static Optional<DetachedCms> of(byte[] cms) {
    return Decoding.attempt(() -> read(cms));
  }

  /// The value is the signer's over the attributes, and these name the signer's certificate.
  boolean isSigned(SignatureValues signatures) {
    return attributes.signingCertificate()
        && signatures.verifies(signer, algorithm.signatureName(), attributes.der(), value);
  }

  private static DetachedCms read(byte[] cms) throws IOException {
    require(cms.length <= LARGEST, "size");
    ContentInfo outer = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms));
    ContentForm form = ContentForm.of(outer.getContentType()).orElseThrow();
    SignedData data = SignedData.getInstance(outer.getContent());
    require(data.getSignerInfos().size() == 1, "one signer");
    SignerInfo info = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
    SignedVersions.require(form, data, List.of(info));

    List<EncodedCertificate> certificates = certificates(data.getCertificates());
    ParsedCertificate signer =
        certificates.stream()
            .flatMap(certificate -> ParsedCertificate.of(certificate).stream())
            .filter(certificate -> isNamed(certificate, info.getSID()))
            .findFirst()
            .orElseThrow();
    CmsAlgorithm algorithm =
        CmsAlgorithm.of(
                signer.key().kind(), info.getDigestAlgorithm(), info.getDigestEncryptionAlgorithm())
            .orElseThrow();
    require(
        Arrays.stream(data.getDigestAlgorithms().toArray())
            .map(AlgorithmIdentifier::getInstance)
            .anyMatch(info.getDigestAlgorithm()::equals),
        "digest algorithm announced");
    SignedAttributes attributes = SignedAttributes.read(info.getAuthenticatedAttributes(), signer);
    require(
        attributes.contentType().equals(data.getEncapContentInfo().getContentType()),
        "content type");
    return new DetachedCms(
        signer,
        certificates,
        algorithm,
        attributes,
        algorithm.value(info.getEncryptedDigest()),
        Optional.ofNullable(data.getEncapContentInfo().getContent())
            .map(content -> ASN1OctetString.getInstance(content).getOctets()));
  }

  private static List<EncodedCertificate> certificates(@Nullable ASN1Set set) throws IOException {
    if (set == null || set.size() > MOST_CERTIFICATES) {
      throw new IOException("CMS: certificates");
    }
    return Arrays.stream(set.toArray())
        .filter(choice -> choice.toASN1Primitive() instanceof ASN1Sequence)
        .flatMap(choice -> Decoding.attempt(() -> encoded(choice)).stream())
        .toList();
  }

  private static EncodedCertificate encoded(ASN1Encodable certificate) throws IOException {
    return new EncodedCertificate(certificate.toASN1Primitive().getEncoded());
  }

  /// The issuer's name is compared byte by byte: signers copy it from the certificate, and one that
  /// merely means the same would be the only part of our CMS that could be changed unnoticed.
  static boolean isNamed(ParsedCertificate certificate, SignerIdentifier signer) {
    if (signer.getId().toASN1Primitive() instanceof ASN1Sequence) {
      ASN1Encodable expected = new IssuerAndSerialNumber(certificate.holder().toASN1Structure());
      return signer.getId().toASN1Primitive().equals(expected.toASN1Primitive());
    }
    SubjectKeyIdentifier key =
        SubjectKeyIdentifier.fromExtensions(certificate.holder().getExtensions());
    byte[] wanted = ASN1OctetString.getInstance(signer.getId()).getOctets();
    return key != null && Arrays.equals(key.getKeyIdentifier(), wanted);
  }

  private static void require(boolean held, String what) throws IOException {
    if (!held) {
      throw new IOException("CMS: " + what);
    }
  }
}
