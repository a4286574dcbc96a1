package org.certassist.core.workbook;

import java.io.IOException;

/// A file that is not any more what it was when the work on it began.
public final class ChangedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  public ChangedFileException(String message) {
    super(message);
  }
}
