package org.certassist.bridge.protocol;

/// Which part of the host made a signature.
public enum Engine implements WireCode {
  /// A part that this version does not know.
  UNKNOWN(0),
  /// The JDK's PKCS#11 provider.
  SUNPKCS11(1),
  /// The host's own binding of the driver.
  CRYPTOKI(2),
  /// The software key inside the host.
  SOFTKEY(3);

  private final int code;

  Engine(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
