package org.certassist.core.paper;

import org.certassist.core.fault.FaultException;
import org.jspecify.annotations.Nullable;

/// Forms that cannot be made.
public final class PaperException extends FaultException {
  private static final long serialVersionUID = 1L;

  public PaperException(PaperFault fault) {
    super(fault);
  }

  public PaperException(PaperFault fault, @Nullable Throwable cause) {
    super(fault, cause);
  }
}
