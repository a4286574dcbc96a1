package org.certassist.core.repair;

import org.certassist.core.fault.FaultException;

/// A repair could not be done or taken back.
public final class RepairException extends FaultException {
  private static final long serialVersionUID = 1;

  public RepairException(RepairFault fault) {
    super(fault);
  }

  public RepairException(RepairFault fault, Throwable cause) {
    super(fault, cause);
  }

  /// Whether trying again cannot help: what was before is overtaken or not known.
  boolean isPastUndo() {
    return fault().id().equals("repair.pastUndo");
  }
}
