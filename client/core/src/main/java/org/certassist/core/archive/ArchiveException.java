package org.certassist.core.archive;

import org.certassist.core.fault.FaultException;
import org.jspecify.annotations.Nullable;

/// An archive that could not be read or written; what was acknowledged before is intact.
public final class ArchiveException extends FaultException {
  private static final long serialVersionUID = 1L;

  public ArchiveException(ArchiveFault fault) {
    super(fault);
  }

  public ArchiveException(ArchiveFault fault, @Nullable Throwable cause) {
    super(fault, cause);
  }
}
