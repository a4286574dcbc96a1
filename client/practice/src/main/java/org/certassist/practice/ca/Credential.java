package org.certassist.practice.ca;

import java.security.PrivateKey;
import org.bouncycastle.cert.X509CertificateHolder;

/// A private key with the certificate that names it.
public record Credential(PrivateKey key, X509CertificateHolder certificate) {
  /// The signature algorithm that goes with a key.
  public static String algorithm(PrivateKey key) {
    return key.getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA";
  }

  @Override
  public String toString() {
    return "Credential[" + certificate.getSubject() + "]";
  }
}
