package org.certassist.core.key;

/// What the token's flags say about its PIN (PKCS#11 2.40 §3.2, CKF_USER_PIN_*); absence of a flag
/// proves nothing.
public enum PinState {
  OK("ok"),
  /// A wrong PIN was entered since the last right one.
  WRONG_TRIED("wrongTried"),
  /// The next wrong PIN locks the key.
  LAST_TRY("lastTry"),
  LOCKED("locked"),
  /// Login succeeds, but the PIN must be changed before anything else.
  MUST_CHANGE("mustChange"),
  /// No PIN was ever set.
  NOT_SET("notSet"),
  UNKNOWN("unknown");

  private final String word;

  PinState(String word) {
    this.word = word;
  }

  /// The name in `--json` output.
  public String word() {
    return word;
  }
}
