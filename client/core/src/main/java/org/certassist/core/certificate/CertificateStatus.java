package org.certassist.core.certificate;

/// What the portal would say of a certificate, and why.
///
/// @param reason a stable id; docs/certificates.md lists them, `certificate.*` in the texts words
///   them
public record CertificateStatus(StatusCode code, String reason) {
  public static final CertificateStatus GOOD = new CertificateStatus(StatusCode.GOOD, "ok");

  /// Nothing is wrong with the certificate itself, and the region names no root to hold it against:
  /// nobody here can tell whom its portal trusts.
  public static final CertificateStatus NO_TRUST_GIVEN =
      new CertificateStatus(StatusCode.CHAIN_BROKEN, "noTrustGiven");

  public boolean isGood() {
    return code == StatusCode.GOOD;
  }

  /// Whether nothing can be held against filing with it: it is good, or nobody can tell for want of
  /// a root.
  public boolean isUsable() {
    return isGood() || equals(NO_TRUST_GIVEN);
  }
}
