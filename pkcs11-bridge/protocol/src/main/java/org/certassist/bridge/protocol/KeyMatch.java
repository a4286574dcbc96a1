package org.certassist.bridge.protocol;

/// Whether the token holds the private key of a certificate, as far as can be seen.
public enum KeyMatch implements WireCode {
  /// Nothing is seen, and private keys may be hidden until somebody logs in.
  UNKNOWN(0),
  /// A private key, or its public half, carries the certificate's id.
  PRESENT(1),
  /// All keys are visible and none fits.
  ABSENT(2);

  private final int code;

  KeyMatch(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
