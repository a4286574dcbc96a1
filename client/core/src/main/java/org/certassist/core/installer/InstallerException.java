package org.certassist.core.installer;

import org.certassist.core.fault.FaultException;

/// An installer was not brought here or not run.
public final class InstallerException extends FaultException {
  private static final long serialVersionUID = 1;

  public InstallerException(InstallerFault fault) {
    super(fault);
  }

  public InstallerException(InstallerFault fault, Throwable cause) {
    super(fault, cause);
  }
}
