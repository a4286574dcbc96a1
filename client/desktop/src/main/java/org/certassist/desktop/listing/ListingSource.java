package org.certassist.desktop.listing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.certassist.core.listing.Listing;
import org.certassist.core.listing.Listings;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.desktop.fx.Words;

/// Where the portal's list comes from.
public sealed interface ListingSource {
  /// A file that was dropped or opened.
  record File(Path path) implements ListingSource {}

  /// A text that was copied from the portal's page.
  record Pasted(String text) implements ListingSource {
    /// Without the text, which names people.
    @Override
    public String toString() {
      return "Pasted";
    }
  }

  /// @throws WorkbookException naming why it cannot be used
  default Listing read(Listings listings) throws WorkbookException, InterruptedException {
    return switch (this) {
      case File(Path path) -> listings.read(path);
      case Pasted(String text) ->
          listings.read(PastedFault.NAME, text.getBytes(StandardCharsets.UTF_8));
    };
  }

  /// What she knows it by.
  default String name(Words words) {
    return switch (this) {
      case File(Path path) -> String.valueOf(path.getFileName());
      case Pasted _ -> words.get("listing.pasted");
    };
  }
}
