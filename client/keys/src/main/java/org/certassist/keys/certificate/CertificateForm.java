package org.certassist.keys.certificate;

import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.cert.X509CertificateHolder;

/// Whether a certificate has the form that RFC 5280 §4.1 prescribes, apart from what Bouncy Castle
/// refuses to read. A serial number of zero or below is let through, as §4.1.2.2 asks.
final class CertificateForm {
  private static final int LONGEST_SERIAL = 20;

  private CertificateForm() {}

  static boolean isRegular(X509CertificateHolder holder) {
    TBSCertificate inside = holder.toASN1Structure().getTBSCertificate();
    return inside.getSignature().equals(holder.getSignatureAlgorithm())
        && inside.getSerialNumber().getValue().toByteArray().length <= LONGEST_SERIAL;
  }
}
