package org.certassist.core.key;

/// A signature over data that the mechanism hashes itself.
public enum SignatureAlgorithm {
  /// PKCS#1 v1.5; the value is the RSA block.
  SHA256_WITH_RSA,
  /// The value is DER, SEQUENCE { r, s }.
  SHA256_WITH_ECDSA
}
