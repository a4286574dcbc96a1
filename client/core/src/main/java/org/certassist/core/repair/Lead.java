package org.certassist.core.repair;

/// A place of this program where something is put right step by step.
public enum Lead {
  /// The installation of a driver, which goes on after a restart.
  INSTALL_DRIVER("installDriver"),
  /// Everything about drivers: tests, picked libraries, where to get one.
  DRIVERS("drivers"),
  /// What a key's PIN needs: its change, or its unblocking.
  KEY("key"),
  /// Everything about certificates, with the renewal and upgrade step by step.
  CERTIFICATES("certificates");

  private final String word;

  Lead(String word) {
    this.word = word;
  }

  /// The name in `--json` output and in texts.
  public String word() {
    return word;
  }
}
