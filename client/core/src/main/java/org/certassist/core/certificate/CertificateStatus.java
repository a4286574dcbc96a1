package org.certassist.core.certificate;

/// What the portal would say of a certificate, and why.
///
/// @param reason a stable id; docs/certificates.md lists them, `certificate.*` in the texts words
///   them
public record CertificateStatus(StatusCode code, String reason) {
  public static final CertificateStatus GOOD = new CertificateStatus(StatusCode.GOOD, "ok");

  public boolean isGood() {
    return code == StatusCode.GOOD;
  }
}
