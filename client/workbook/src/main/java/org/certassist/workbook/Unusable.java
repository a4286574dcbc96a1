package org.certassist.workbook;

import java.io.IOException;

/// Content that no spreadsheet program writes: the file is damaged or made up.
final class Unusable extends IOException {
  private static final long serialVersionUID = 1L;

  Unusable(String why) {
    super(why);
  }

  Unusable(String why, Throwable cause) {
    super(why, cause);
  }
}
