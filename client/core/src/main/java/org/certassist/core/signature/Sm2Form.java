package org.certassist.core.signature;

/// How a signature with an SM2 key is packed; portals take the one or the other. RSA and ECDSA are
/// always CMS.
public enum Sm2Form {
  /// PKCS#7 and CMS identifiers around SM3withSM2 (1.2.156.10197.1.501).
  CMS("cms"),
  /// GM/T 0010-2012 (GB/T 35275): identifiers of its own, signature algorithm
  /// 1.2.156.10197.1.301.1.
  GMT_0010("gmt-0010");

  private final String word;

  Sm2Form(String word) {
    this.word = word;
  }

  /// The name in a profile.
  public String word() {
    return word;
  }
}
