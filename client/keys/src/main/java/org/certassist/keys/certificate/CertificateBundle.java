package org.certassist.keys.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.certassist.core.certificate.EncodedCertificate;

/// Certificates in a PKCS#7 structure without content and signers, which is what a .p7b file is
/// (RFC 5652 §5: a degenerate case of signed data).
final class CertificateBundle {
  private CertificateBundle() {}

  static byte[] of(List<EncodedCertificate> certificates) {
    try {
      ASN1EncodableVector inside = new ASN1EncodableVector();
      for (EncodedCertificate certificate : certificates) {
        inside.add(ASN1Primitive.fromByteArray(certificate.der()));
      }
      SignedData nobodys =
          new SignedData(
              new DERSet(),
              new ContentInfo(CMSObjectIdentifiers.data, null),
              new DERSet(inside),
              null,
              new DERSet());
      return new ContentInfo(CMSObjectIdentifiers.signedData, nobodys).getEncoded(ASN1Encoding.DER);
    } catch (IOException noCertificate) {
      throw new UncheckedIOException(noCertificate);
    }
  }
}
