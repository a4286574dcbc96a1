package org.certassist.workbook;

import java.util.ArrayList;
import java.util.List;
import org.certassist.core.listing.Listing;

/// Gathers the lines of a list, within the caps.
final class ListingLines {
  /// More columns than any portal lists of a person; those behind them are dropped.
  static final int COLUMNS = 128;

  private final Caps caps;
  private final List<Listing.Line> lines = new ArrayList<>();
  private long characters;

  ListingLines(Caps caps) {
    this.caps = caps;
  }

  void add(int number, List<String> cells) throws CapReached, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (lines.size() == caps.rows()) {
      throw new CapReached("rows", caps.rows());
    }
    for (String cell : cells) {
      characters += cell.length() + SharedTexts.OBJECTS;
      if (cell.length() > Caps.CELL_TEXT) {
        throw new CapReached("texts", Caps.CELL_TEXT);
      }
    }
    if (characters > caps.texts()) {
      throw new CapReached("texts", caps.texts());
    }
    lines.add(new Listing.Line(number, cells));
  }

  Listing named(String name) {
    return new Listing(name, lines);
  }
}
