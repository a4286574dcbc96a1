package org.certassist.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.certassist.core.fault.FaultException;
import org.certassist.core.listing.Listing;
import org.certassist.core.listing.Listings;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// Where a command gets a portal's list from: a file, or what was pasted into standard input.
final class ListingInput {
  private static final String PASTED = "-";

  private ListingInput() {}

  /// @param named a file's path, or `-`
  /// @throws FaultException naming why it cannot be used
  static Listing read(Listings listings, String named, InputStream in)
      throws FaultException, InterruptedException {
    if (!named.equals(PASTED)) {
      return listings.read(Path.of(named));
    }
    try {
      return listings.read(PASTED, in.readNBytes(Listings.MOST_TEXT_BYTES + 1));
    } catch (IOException notRead) {
      throw new WorkbookException(new FileFault.Unreadable(PASTED), notRead);
    }
  }
}
