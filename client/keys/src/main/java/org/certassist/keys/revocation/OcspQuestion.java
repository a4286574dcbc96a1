package org.certassist.keys.revocation;

import java.io.IOException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// A question about one certificate (RFC 6960), with a random number that a fresh answer repeats.
///
/// The certificate is named by SHA-1, which every server knows; that is a name and no proof, so its
/// weakness does no harm. In answers any digest will do.
final class OcspQuestion {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE = 16;

  private final Subject subject;
  private final DigestCalculatorProvider digests;
  private final byte[] nonce = new byte[NONCE];

  OcspQuestion(Subject subject, Provider provider) {
    this.subject = subject;
    RANDOM.nextBytes(nonce);
    try {
      this.digests = new JcaDigestCalculatorProviderBuilder().setProvider(provider).build();
    } catch (OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  byte[] encoded() {
    try {
      Extension random =
          new Extension(
              OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
              false,
              new DEROctetString(nonce).getEncoded());
      return new OCSPReqBuilder()
          .addRequest(
              new CertificateID(
                  digests.get(CertificateID.HASH_SHA1),
                  subject.issuer().holder(),
                  subject.certificate().holder().getSerialNumber()))
          .setRequestExtensions(new Extensions(random))
          .build()
          .getEncoded();
    } catch (OCSPException | OperatorCreationException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Whether a part of an answer is about the certificate.
  boolean isAbout(SingleResp part) throws IOException {
    try {
      return part.getCertID()
              .getSerialNumber()
              .equals(subject.certificate().holder().getSerialNumber())
          && part.getCertID().matchesIssuer(subject.issuer().holder(), digests);
    } catch (OCSPException unknownDigest) {
      throw new IOException(unknownDigest);
    }
  }

  /// Whether the answer may be to this question: one with another number is not; many servers sign
  /// answers in advance and repeat none.
  boolean mayBeAnsweredBy(BasicOCSPResp answer) throws IOException {
    Extension random = answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    return random == null
        || Arrays.equals(random.getExtnValue().getOctets(), new DEROctetString(nonce).getEncoded());
  }
}
