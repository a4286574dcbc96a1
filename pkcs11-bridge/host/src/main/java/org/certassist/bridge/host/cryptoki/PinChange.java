package org.certassist.bridge.host.cryptoki;

import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.PinState;
import org.certassist.bridge.protocol.Secret;

/// Sets the PIN of one token, by its user or its administrator; the PIN in force is tried once.
///
/// PKCS#11 2.40 §5.5 (C_InitPIN) and §5.6 (C_SetPIN, which in a public session changes the user's).
final class PinChange {
  private final CkModule module;
  private final long slot;
  private final CkTokenInfo info;
  private final Bytes certificateSha256;

  /// @param certificateSha256 must be on the token, so that no other key is tried; may be empty
  PinChange(CkModule module, long slot, CkTokenInfo info, Bytes certificateSha256) {
    this.module = module;
    this.slot = slot;
    this.info = info;
    this.certificateSha256 = certificateSha256;
  }

  void byUser(Secret pin, Secret newPin, boolean lastTryConfirmed) throws HostFault {
    try (CkSession session = sessionOnTheRightKey()) {
      PinGate gate = PinGate.ofUser(info);
      gate.refuseUnlessWorthTrying(pin, lastTryConfirmed);
      gate.refuseUnlessSettable(newPin);
      try {
        session.setPin(pin, newPin);
      } catch (CkException e) {
        if (!e.is(CkReturn.CKR_USER_NOT_LOGGED_IN)) {
          throw e;
        }
        // This token looks at no PIN before a login, so this is the first try.
        session.login(Ck.CKU_USER, pin);
        try {
          session.setPin(pin, newPin);
        } finally {
          TokenSession.logoutOf(session);
        }
      }
    } catch (CkException e) {
      throw failure(e, CkFunction.SET_PIN, TokenSession.pinStateAfter(module, slot));
    }
  }

  void byAdministrator(Secret soPin, Secret newPin, boolean lastTryConfirmed) throws HostFault {
    try (CkSession session = sessionOnTheRightKey()) {
      PinGate gate = PinGate.ofAdministrator(info);
      gate.refuseUnlessWorthTrying(soPin, lastTryConfirmed);
      gate.refuseUnlessSettable(newPin);
      session.login(Ck.CKU_SO, soPin);
      try {
        session.initPin(newPin);
      } finally {
        TokenSession.logoutOf(session);
      }
    } catch (CkException e) {
      throw failure(e, CkFunction.INIT_PIN, soPinStateAfter());
    }
  }

  private CkSession sessionOnTheRightKey() throws HostFault {
    CkSession session = module.openWritingSession(slot);
    boolean right = false;
    try {
      right =
          certificateSha256.isEmpty()
              || StoredCertificate.find(session, module.abi(), certificateSha256).isPresent();
    } finally {
      if (!right) {
        session.close();
      }
    }
    if (!right) {
      throw new Presence(module, slot).certificateMissing();
    }
    return session;
  }

  /// @param setsIt the function that was to set the new PIN
  private static HostFault failure(CkException e, CkFunction setsIt, PinState after) {
    Fault fault = e.fault();
    if (!fault.function().equals(setsIt.cName())) {
      return e.withPinState(after);
    }
    if (fault.code() == FaultCode.PIN_UNUSABLE) {
      // The lengths were within bounds, so it is the new PIN's making that the token declines.
      return e.as(FaultCode.NEW_PIN_UNUSABLE);
    }
    return e.leavesOpenWhetherItWasDone()
        ? e.as(FaultCode.PIN_CHANGE_UNKNOWN)
        : e.withPinState(after);
  }

  private PinState soPinStateAfter() {
    try {
      return module.tokenInfo(slot).soPinState();
    } catch (CkException e) {
      return PinState.UNKNOWN;
    }
  }
}
