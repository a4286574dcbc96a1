package org.certassist.datafiles;

import org.certassist.core.fault.FaultException;
import org.jspecify.annotations.Nullable;

/// A data file that cannot be used.
public final class DataFileException extends FaultException {
  private static final long serialVersionUID = 1L;

  DataFileException(DataFault fault, @Nullable Throwable cause) {
    super(fault, cause);
  }

  DataFileException(DataFault fault) {
    this(fault, null);
  }
}
