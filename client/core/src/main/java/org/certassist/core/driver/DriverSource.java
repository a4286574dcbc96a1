package org.certassist.core.driver;

/// Where a clerk gets a key's driver from.
public enum DriverSource {
  /// The CA that issued the certificate: its download page, or its service counter.
  CA("ca"),
  /// The CA's own certificate assistant, which installs drivers out of its settings.
  CA_TOOL("caTool"),
  /// The disk that the key itself shows when it is plugged in.
  KEY_DISK("keyDisk"),
  /// The maker of the key.
  VENDOR("vendor");

  private final String word;

  DriverSource(String word) {
    this.word = word;
  }

  /// The name in the catalogue.
  public String word() {
    return word;
  }
}
