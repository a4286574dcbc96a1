package org.certassist.bridge.host;

import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;

/// A request that cannot be done, with the fault to answer.
public class HostFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public HostFault(Fault fault) {
    super(fault.code() + " " + fault.function() + " " + fault.detail());
    this.fault = fault;
  }

  public HostFault(FaultCode code, String detail) {
    this(Fault.of(code, detail));
  }

  public HostFault(Fault fault, Throwable cause) {
    this(fault);
    initCause(cause);
  }

  public Fault fault() {
    return fault;
  }
}
