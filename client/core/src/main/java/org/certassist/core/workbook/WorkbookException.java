package org.certassist.core.workbook;

import org.certassist.core.fault.FaultException;
import org.jspecify.annotations.Nullable;

/// A workbook that cannot be used or written.
public final class WorkbookException extends FaultException {
  private static final long serialVersionUID = 1L;

  public WorkbookException(FileFault fault) {
    super(fault);
  }

  public WorkbookException(FileFault fault, @Nullable Throwable cause) {
    super(fault, cause);
  }
}
