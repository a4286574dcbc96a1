package org.certassist.practice.ca;

import java.security.PrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;

/// A private key with the certificate that names it.
public record Credential(PrivateKey key, X509CertificateHolder certificate) {
  /// The signature algorithm that goes with a key.
  public static String algorithm(PrivateKey key) {
    if (key.getAlgorithm().equals("RSA")) {
      return "SHA256withRSA";
    }
    return CaKeys.of(PrivateKeyInfo.getInstance(key.getEncoded()).getPrivateKeyAlgorithm())
        .signature();
  }

  @Override
  public String toString() {
    return "Credential[" + certificate.getSubject() + "]";
  }
}
