package org.certassist.keys.cms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.Decoding;
import org.jspecify.annotations.Nullable;

/// Signed data of any origin without its content, however it is packed: BER or DER, CMS or GM/T
/// 0010, any number of signers. What no signature covers must agree here too.
record SignedParts(
    boolean attached,
    ContentForm form,
    SignedData data,
    List<EncodedCertificate> certificates,
    List<SignerInfo> signers) {
  static final int MOST_SIGNERS = 20;
  private static final int MOST_CERTIFICATES = 100;

  /// @param content gets the content inside
  /// @throws IOException also where these are no signed data, or too many of them
  static SignedParts of(InputStream in, OutputStream content) throws IOException {
    CmsParts.Apart apart = CmsParts.of(in, content);
    return Decoding.attempt(() -> read(apart)).orElseThrow(() -> new IOException("CMS: malformed"));
  }

  static SignedParts of(Path file, OutputStream content) throws IOException {
    try (InputStream in = SignatureText.decoded(Files.newInputStream(file))) {
      return of(in, content);
    }
  }

  ASN1ObjectIdentifier contentType() {
    return data.getEncapContentInfo().getContentType();
  }

  List<EncodedCertificate> certificatesWith(List<EncodedCertificate> others) {
    return Stream.concat(certificates.stream(), others.stream()).toList();
  }

  private static SignedParts read(CmsParts.Apart apart) throws IOException {
    ContentInfo outer = ContentInfo.getInstance(ASN1Primitive.fromByteArray(apart.detached()));
    ContentForm form = ContentForm.of(outer.getContentType()).orElseThrow();
    SignedData data = SignedData.getInstance(outer.getContent());
    require(data.getSignerInfos().size() <= MOST_SIGNERS, "signers");
    List<SignerInfo> signers =
        Arrays.stream(data.getSignerInfos().toArray()).map(SignerInfo::getInstance).toList();
    SignedVersions.require(form, data, signers);
    for (SignerInfo signer : signers) {
      require(announces(data, signer), "digest algorithm announced");
      require(saysWhatItSigns(form, data, signer), "no signed attributes");
    }
    return new SignedParts(
        apart.attached(), form, data, certificates(data.getCertificates()), signers);
  }

  private static List<EncodedCertificate> certificates(@Nullable ASN1Set set) throws IOException {
    if (set == null) {
      return List.of();
    }
    require(set.size() <= MOST_CERTIFICATES, "certificates");
    return Arrays.stream(set.toArray())
        .filter(choice -> choice.toASN1Primitive() instanceof ASN1Sequence)
        .flatMap(choice -> Decoding.attempt(() -> encoded(choice)).stream())
        .toList();
  }

  private static EncodedCertificate encoded(ASN1Encodable certificate) throws IOException {
    return new EncodedCertificate(certificate.toASN1Primitive().getEncoded());
  }

  /// The list of digests, which no signature covers, has the signer's.
  private static boolean announces(SignedData data, SignerInfo info) {
    AlgorithmIdentifier own = info.getDigestAlgorithm();
    return Arrays.stream(data.getDigestAlgorithms().toArray())
        .map(AlgorithmIdentifier::getInstance)
        .anyMatch(each ->
            each.getAlgorithm().equals(own.getAlgorithm())
                && CmsAlgorithm.isBare(each) == CmsAlgorithm.isBare(own));
  }

  /// RFC 5652 §5.3: without signed attributes, which name it, the content is data and nothing else.
  /// Who writes GM/T 0010 may call it by either name.
  private static boolean saysWhatItSigns(ContentForm form, SignedData data, SignerInfo info) {
    ASN1ObjectIdentifier type = data.getEncapContentInfo().getContentType();
    return info.getAuthenticatedAttributes() != null
        || type.equals(form.data())
        || type.equals(ContentForm.CMS.data());
  }

  private static void require(boolean held, String what) throws IOException {
    if (!held) {
      throw new IOException("CMS: " + what);
    }
  }
}
