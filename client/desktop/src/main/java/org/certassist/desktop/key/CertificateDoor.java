package org.certassist.desktop.key;

import org.certassist.core.certificate.EncodedCertificate;

/// The way from a key's certificate to the place where everything about it is said.
public interface CertificateDoor {
  void details(EncodedCertificate certificate);

  /// How it is renewed or upgraded.
  void guide(EncodedCertificate certificate);
}
