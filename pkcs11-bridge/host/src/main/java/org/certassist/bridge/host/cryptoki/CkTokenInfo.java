package org.certassist.bridge.host.cryptoki;

import static org.certassist.bridge.host.cryptoki.CkStruct.ULONG;

import java.lang.foreign.MemorySegment;
import org.certassist.bridge.protocol.PinState;
import org.certassist.bridge.protocol.TokenId;

/// What a token says about itself (`CK_TOKEN_INFO`).
///
/// @param minPin fewest bytes of a PIN, 0 when not said
/// @param maxPin most bytes of a PIN, 0 when not said
record CkTokenInfo(TokenId id, String label, long flags, int minPin, int maxPin) {
  static CkStruct layout(CkAbi abi) {
    return CkStruct.of(
        abi, 32, 32, 16, 16, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG, ULONG,
        ULONG, 2, 2, 16);
  }

  static CkTokenInfo read(CkAbi abi, MemorySegment info) {
    CkStruct layout = layout(abi);
    return new CkTokenInfo(
        new TokenId(
            CkText.padded(info, layout.offset(1), 32),
            CkText.padded(info, layout.offset(2), 16),
            CkText.padded(info, layout.offset(3), 16)),
        CkText.padded(info, layout.offset(0), 32),
        abi.getUlong(info, layout.offset(4)),
        length(abi, info, layout.offset(10)),
        length(abi, info, layout.offset(9)));
  }

  private static int length(CkAbi abi, MemorySegment info, long offset) {
    long value = abi.getUlong(info, offset);
    return value == abi.unavailable() || value < 0 || value > 255 ? 0 : (int) value;
  }

  boolean has(long flag) {
    return (flags & flag) != 0;
  }

  boolean initialized() {
    return has(Ck.CKF_TOKEN_INITIALIZED);
  }

  boolean pinPad() {
    return has(Ck.CKF_PROTECTED_AUTHENTICATION_PATH);
  }

  PinState pinState() {
    PinState state =
        state(
            Ck.CKF_USER_PIN_LOCKED,
            Ck.CKF_USER_PIN_FINAL_TRY,
            Ck.CKF_USER_PIN_COUNT_LOW,
            Ck.CKF_USER_PIN_TO_BE_CHANGED);
    boolean unset = state == PinState.OK && !has(Ck.CKF_USER_PIN_INITIALIZED);
    return unset ? PinState.NOT_SET : state;
  }

  /// The same of the administrator's PIN.
  PinState soPinState() {
    return state(
        Ck.CKF_SO_PIN_LOCKED,
        Ck.CKF_SO_PIN_FINAL_TRY,
        Ck.CKF_SO_PIN_COUNT_LOW,
        Ck.CKF_SO_PIN_TO_BE_CHANGED);
  }

  /// The gravest state whose flag is set.
  private PinState state(long locked, long lastTry, long wrongTried, long toBeChanged) {
    if (has(locked)) {
      return PinState.LOCKED;
    }
    if (has(lastTry)) {
      return PinState.LAST_TRY;
    }
    if (has(wrongTried)) {
      return PinState.WRONG_TRIED;
    }
    return has(toBeChanged) ? PinState.MUST_CHANGE : PinState.OK;
  }
}
