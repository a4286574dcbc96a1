package org.certassist.bridge.host.cryptoki;

import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.PinState;
import org.certassist.bridge.protocol.Secret;

/// Declines a PIN that must not be sent, while it costs nothing.
final class PinGate {
  private final CkTokenInfo info;
  private final PinState state;

  private PinGate(CkTokenInfo info, PinState state) {
    this.info = info;
    this.state = state;
  }

  static PinGate ofUser(CkTokenInfo info) {
    return new PinGate(info, info.pinState());
  }

  static PinGate ofAdministrator(CkTokenInfo info) {
    return new PinGate(info, info.soPinState());
  }

  /// @throws HostFault PIN_LOCKED, PIN_LAST_TRY or PIN_UNUSABLE
  void refuseUnlessWorthTrying(Secret pin, boolean lastTryConfirmed) throws HostFault {
    if (state == PinState.LOCKED) {
      throw new HostFault(Fault.of(FaultCode.PIN_LOCKED, state));
    }
    if (state == PinState.LAST_TRY && !lastTryConfirmed) {
      throw new HostFault(Fault.of(FaultCode.PIN_LAST_TRY, state));
    }
    if (!fits(pin)) {
      throw new HostFault(Fault.of(FaultCode.PIN_UNUSABLE, state));
    }
  }

  /// @throws HostFault NEW_PIN_UNUSABLE
  void refuseUnlessSettable(Secret newPin) throws HostFault {
    if (!fits(newPin)) {
      throw new HostFault(Fault.of(FaultCode.NEW_PIN_UNUSABLE, state));
    }
  }

  private boolean fits(Secret pin) {
    boolean onTheKey = info.pinPad() && pin.isEmpty();
    boolean longEnough = pin.length() >= Math.max(1, info.minPin());
    boolean shortEnough = info.maxPin() == 0 || pin.length() <= info.maxPin();
    return onTheKey || (longEnough && shortEnough);
  }
}
