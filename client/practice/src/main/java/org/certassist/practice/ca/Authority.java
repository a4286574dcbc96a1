package org.certassist.practice.ca;

import java.io.IOException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;

/// A root, the CA below it that issues for units, and what both have revoked.
public final class Authority {
  private final Credential root;
  private final Credential issuing;
  private final Revocations rootRevocations;
  private final Revocations issuingRevocations;

  Authority(
      Credential root,
      Credential issuing,
      Revocations rootRevocations,
      Revocations issuingRevocations) {
    this.root = root;
    this.issuing = issuing;
    this.rootRevocations = rootRevocations;
    this.issuingRevocations = issuingRevocations;
  }

  /// The trust anchor.
  public X509CertificateHolder root() {
    return root.certificate();
  }

  public X509CertificateHolder issuingCa() {
    return issuing.certificate();
  }

  public X509CRLHolder rootCrl() throws IOException {
    return rootRevocations.crl();
  }

  public X509CRLHolder issuingCrl() throws IOException {
    return issuingRevocations.crl();
  }

  Credential issuing() {
    return issuing;
  }

  void revoke(X509CertificateHolder certificate) throws IOException {
    issuingRevocations.add(certificate);
  }
}
