package org.certassist.core.key;

/// A signature over data that the mechanism hashes itself.
public enum SignatureAlgorithm {
  /// PKCS#1 v1.5; the value is the RSA block.
  SHA256_WITH_RSA("SHA256withRSA"),
  /// The value is DER, SEQUENCE { r, s }.
  SHA256_WITH_ECDSA("SHA256withECDSA"),
  /// The value is DER, SEQUENCE { r, s }, over SM3(Z ‖ data); Z is of the certificate's public key
  /// and the default user id 1234567812345678 (GB/T 32918.2, GB/T 35276).
  SM3_WITH_SM2("SM3withSM2");

  private final String jcaName;

  SignatureAlgorithm(String jcaName) {
    this.jcaName = jcaName;
  }

  /// The name by which Java's cryptography (JCA) knows it.
  public String jcaName() {
    return jcaName;
  }
}
