package org.certassist.workbook;

import java.io.IOException;
import org.certassist.core.workbook.FileFault;

/// A cap that was reached in the middle of a stream.
final class CapReached extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient FileFault.TooLarge fault;

  CapReached(String cap, long limit) {
    super(cap + " above " + limit);
    this.fault = new FileFault.TooLarge(cap, limit);
  }

  FileFault.TooLarge fault() {
    return fault;
  }
}
