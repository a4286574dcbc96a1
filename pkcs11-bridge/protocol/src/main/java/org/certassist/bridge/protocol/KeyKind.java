package org.certassist.bridge.protocol;

/// A key pair that provisioning can make.
public enum KeyKind implements WireCode {
  RSA_2048(1),
  EC_P256(2);

  private final int code;

  KeyKind(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
