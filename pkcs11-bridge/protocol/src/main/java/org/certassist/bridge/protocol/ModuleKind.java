package org.certassist.bridge.protocol;

/// What stands behind the path of an open request.
public enum ModuleKind implements WireCode {
  /// A PKCS#11 driver.
  CRYPTOKI(1),
  /// A PKCS#12 file that the host itself uses as a key, for practice without SoftHSM2.
  SOFTKEY(2);

  private final int code;

  ModuleKind(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
