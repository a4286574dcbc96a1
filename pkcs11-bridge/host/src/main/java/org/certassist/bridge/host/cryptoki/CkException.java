package org.certassist.bridge.host.cryptoki;

import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.PinState;

/// A driver function that did not return CKR_OK.
final class CkException extends HostFault {
  private static final long serialVersionUID = 1L;

  private final long returned;

  CkException(CkFunction function, long returned) {
    super(
        new Fault(
            CkReturn.meaning(function, returned),
            function.cName(),
            returned,
            PinState.UNKNOWN,
            CkReturn.name(returned)));
    this.returned = returned;
  }

  boolean is(CkReturn code) {
    return code.is(returned);
  }

  /// The same failure with the PIN's state read after it.
  HostFault withPinState(PinState after) {
    Fault fault = fault();
    return new HostFault(
        new Fault(fault.code(), fault.function(), fault.returnCode(), after, fault.detail()), this);
  }
}
