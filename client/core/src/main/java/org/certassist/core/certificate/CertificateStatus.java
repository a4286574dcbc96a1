package org.certassist.core.certificate;

/// What the portal would say of a certificate, and why.
///
/// @param reason a stable id: ok, notYetValid, expired, encryptionOnly, malformed, unknownIssuer,
///   brokenChain, notACa, weakKey, revoked, signatureMismatch, contentMismatch, noTrustGiven
public record CertificateStatus(StatusCode code, String reason) {
  public static final CertificateStatus GOOD = new CertificateStatus(StatusCode.GOOD, "ok");

  public boolean isGood() {
    return code == StatusCode.GOOD;
  }
}
