package org.certassist.bridge.host.cryptoki;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.FaultCode;

/// Whether a token is still in the slot in which it was found. A driver that does not say proves
/// nothing.
record Presence(CkModule module, long slot) {
  private static final int LOOKS = 6;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  boolean isGone() {
    try {
      return !module.slots().contains(slot);
    } catch (CkException e) {
      return e.fault().code() == FaultCode.TOKEN_REMOVED;
    }
  }

  /// Whether the token was out since somebody logged in, however shortly: then its sessions are
  /// closed, or their login is forgotten (PKCS#11 2.40 §5.6).
  ///
  /// A reader that is asked now and then notices late, hence the looks at the slots. The session is
  /// asked last, when its token is there: OpenSC 0.23 waits for itself when it is not.
  boolean isLost(CkSession session) {
    for (int look = 0; look < LOOKS; look++) {
      if (isGone()) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return session.loginState() == LoginState.LOST;
  }

  /// Why a certificate is not shown that was there before.
  HostFault certificateMissing() {
    return new HostFault(isGone() ? FaultCode.TOKEN_REMOVED : FaultCode.CERTIFICATE_ABSENT, "");
  }
}
