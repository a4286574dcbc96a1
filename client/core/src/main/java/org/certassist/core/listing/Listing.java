package org.certassist.core.listing;

import java.util.List;

/// A portal's list as it stands in a file or was pasted: lines of texts, nothing understood yet.
///
/// @param name what the clerk knows it by: the file's name, or `-` for what was pasted
public record Listing(String name, List<Line> lines) {
  public Listing {
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param number counted from 1, as a spreadsheet or an editor does
  /// @param cells may be fewer than there are headers
  public record Line(int number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }

    /// The text of a column, counted from 0, without the white space around it; may be empty.
    public String text(int column) {
      return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
    }

    /// Without the texts, which name people.
    @Override
    public String toString() {
      return "Line[" + number + "]";
    }
  }
}
