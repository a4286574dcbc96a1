package org.certassist.bridge.host.cryptoki;

/// What a driver says of a session's login (C_GetSessionInfo).
enum LoginState {
  LOGGED_IN,
  /// The session is over, or nobody is logged in.
  LOST,
  /// The driver does not say.
  UNKNOWN;

  static LoginState of(long returned, long state) {
    if (CkReturn.CKR_OK.is(returned)) {
      if (state == Ck.CKS_RO_USER_FUNCTIONS || state == Ck.CKS_RW_USER_FUNCTIONS) {
        return LOGGED_IN;
      }
      return state >= 0 && state <= Ck.CKS_RW_SO_FUNCTIONS ? LOST : UNKNOWN;
    }
    boolean over =
        CkReturn.CKR_SESSION_HANDLE_INVALID.is(returned)
            || CkReturn.CKR_SESSION_CLOSED.is(returned)
            || CkReturn.CKR_DEVICE_REMOVED.is(returned)
            || CkReturn.CKR_TOKEN_NOT_PRESENT.is(returned);
    return over ? LOST : UNKNOWN;
  }
}
