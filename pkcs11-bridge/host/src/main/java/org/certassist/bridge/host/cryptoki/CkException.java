package org.certassist.bridge.host.cryptoki;

import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.PinState;

/// A driver function that did not return CKR_OK, or did not do what it said.
final class CkException extends HostFault {
  private static final long serialVersionUID = 1L;

  private final long returned;

  CkException(CkFunction function, long returned) {
    this(function, CkReturn.meaning(function, returned), returned, CkReturn.name(returned));
  }

  private CkException(CkFunction function, FaultCode meaning, long returned, String detail) {
    super(new Fault(meaning, function.cName(), returned, PinState.UNKNOWN, detail));
    this.returned = returned;
  }

  /// A function that said one thing and did another.
  ///
  /// @param remark what is wrong with its answer, such as `length 2147483648`
  static CkException nonsense(CkFunction function, long returned, String remark) {
    return new CkException(
        function, FaultCode.DRIVER, returned, CkReturn.name(returned) + ", " + remark);
  }

  /// A length or count that cannot be.
  static CkException absurd(CkFunction function, long length) {
    return nonsense(function, CkReturn.CKR_OK.number(), "length " + Long.toUnsignedString(length));
  }

  boolean is(CkReturn code) {
    return code.is(returned);
  }

  /// Whether the driver may have done what it was asked and failed at saying so.
  boolean leavesOpenWhetherItWasDone() {
    return CkReturn.leavesOpenWhetherItWasDone(returned);
  }

  /// The same failure as what it means here.
  HostFault as(FaultCode code) {
    Fault fault = fault();
    return new HostFault(
        new Fault(code, fault.function(), fault.returnCode(), PinState.UNKNOWN, fault.detail()),
        this);
  }

  /// The same failure with the PIN's state read after it.
  HostFault withPinState(PinState after) {
    Fault fault = fault();
    return new HostFault(
        new Fault(fault.code(), fault.function(), fault.returnCode(), after, fault.detail()), this);
  }
}
