package org.certassist.core.key;

/// Which way into the module made a signature.
public enum Engine {
  SUNPKCS11("sunpkcs11"),
  CRYPTOKI("cryptoki"),
  /// The practice key in software; no hardware.
  SOFTKEY("softkey"),
  /// A key out of a PKCS#12 file; no hardware and no host.
  FILE("file");

  private final String word;

  Engine(String word) {
    this.word = word;
  }

  /// The name in `--json` output.
  public String word() {
    return word;
  }
}
