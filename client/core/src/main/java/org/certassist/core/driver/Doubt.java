package org.certassist.core.driver;

/// Why a driver's file is not trusted enough to be loaded.
public enum Doubt {
  /// Its path is not absolute, so that another file could stand in for it.
  RELATIVE("relative"),
  /// Everybody on this PC may write to it, or to a folder that leads to it.
  OTHERS_MAY_WRITE("othersMayWrite"),
  /// It, or a folder that leads to it, belongs to another user, who may change it at any time.
  FOREIGN_OWNER("foreignOwner"),
  /// It is another file than when it was last used, in a place that is not only an administrator's.
  REPLACED("replaced"),
  /// It carried a code signature when it was last used, and carries none now.
  UNSIGNED_NOW("unsignedNow");

  private final String word;

  Doubt(String word) {
    this.word = word;
  }

  /// Whether the user's word, that he or his IT exchanged the file, is enough to use it.
  public boolean isSettledByConsent() {
    return this == REPLACED || this == UNSIGNED_NOW;
  }

  /// The name in messages and in `--json` output.
  public String word() {
    return word;
  }
}
