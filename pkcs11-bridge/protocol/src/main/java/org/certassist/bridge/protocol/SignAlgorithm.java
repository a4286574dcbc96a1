package org.certassist.bridge.protocol;

/// How the message of a sign request is signed; the host or the key hashes it.
public enum SignAlgorithm implements WireCode {
  /// SHA-256 and RSA with PKCS#1 v1.5 padding.
  RSA_SHA256(1),
  /// SHA-256 and ECDSA; the signature is the DER of (r, s).
  ECDSA_SHA256(2);

  private final int code;

  SignAlgorithm(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
