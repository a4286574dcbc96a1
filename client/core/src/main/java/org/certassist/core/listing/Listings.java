package org.certassist.core.listing;

import java.nio.file.Path;
import org.certassist.core.workbook.WorkbookException;

/// The port to the lists of a portal, be they a workbook, a CSV or pasted text.
public interface Listings {
  /// Most bytes of a text that is taken.
  int MOST_TEXT_BYTES = 16_000_000;

  /// Reads a file: a workbook by what it is, anything else as a text.
  ///
  /// @throws WorkbookException naming why the file cannot be used; nothing is half read
  Listing read(Path file) throws WorkbookException, InterruptedException;

  /// Reads a text that was copied from the portal's page.
  ///
  /// @param name what the clerk knows it by
  Listing read(String name, byte[] text) throws WorkbookException, InterruptedException;
}
