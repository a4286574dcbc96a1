package org.certassist.bridge.protocol;

/// What is known about a token's PIN without trying it.
public enum PinState implements WireCode {
  /// The driver does not say.
  UNKNOWN(0),
  OK(1),
  /// A wrong PIN was tried since the last right one.
  WRONG_TRIED(2),
  /// The next wrong PIN locks the token.
  LAST_TRY(3),
  LOCKED(4),
  /// Login works, everything else waits for a new PIN.
  MUST_CHANGE(5),
  /// The token has no user PIN yet.
  NOT_SET(6);

  private final int code;

  PinState(int code) {
    this.code = code;
  }

  @Override
  public int code() {
    return code;
  }
}
