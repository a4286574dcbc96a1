package org.certassist.core.portal;

import org.certassist.core.fault.FaultException;
import org.jspecify.annotations.Nullable;

/// A portal that could not be logged in to.
public final class PortalException extends FaultException {
  private static final long serialVersionUID = 1L;

  public PortalException(PortalFault fault) {
    super(fault);
  }

  public PortalException(PortalFault fault, @Nullable Throwable cause) {
    super(fault, cause);
  }
}
