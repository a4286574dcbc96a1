package org.certassist.practice.ca;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.certassist.core.certificate.EncodedCertificate;

/// A certificate's other forms: the JDK's, and core's.
public final class X509 {
  private X509() {}

  public static X509Certificate jdk(X509CertificateHolder certificate) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(certificate.getEncoded()));
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static EncodedCertificate core(X509CertificateHolder certificate) {
    try {
      return new EncodedCertificate(certificate.getEncoded());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
