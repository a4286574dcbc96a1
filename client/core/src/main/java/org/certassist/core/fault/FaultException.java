package org.certassist.core.fault;

import org.jspecify.annotations.Nullable;

/// A broken world, carried upwards as the [Fault] that names it.
public class FaultException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  public FaultException(Fault fault) {
    this(fault, null);
  }

  /// @param cause kept for the log; never shown to the clerk
  public FaultException(Fault fault, @Nullable Throwable cause) {
    super(fault.id() + fault.details(), cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
