package org.certassist.workbook;

import java.io.IOException;
import java.util.Set;

/// The tags of a sheet while it is passed on ([TagStream]), with the row and the column in which
/// each stands; both may be left out in the XML and are counted then.
final class SheetTags {
  /// Where it came to.
  enum Step {
    /// Before a row; it may be start and end in one.
    ROW,
    /// Before a cell of one of the rows asked for.
    CELL,
    ROW_END,
    DATA_END
  }

  private final TagStream tags;
  private final Set<Integer> rows;
  private int row;
  private int column;

  /// @param rows those whose cells are of interest, from 1
  SheetTags(TagStream tags, Set<Integer> rows) {
    this.tags = tags;
    this.rows = Set.copyOf(rows);
  }

  /// Passes on all before the sheet's data.
  void goToData() throws IOException {
    while (tags.next()) {
      if (tags.starts("sheetData")) {
        return;
      }
    }
    throw new Unusable("no sheet data");
  }

  /// Goes on in the sheet's data.
  Step next() throws IOException, InterruptedException {
    while (tags.next()) {
      if (tags.starts("row")) {
        startRow();
        return Step.ROW;
      } else if (tags.starts("c")) {
        if (rows.contains(row)) {
          startCell();
          return Step.CELL;
        }
      } else if (tags.ends("row")) {
        return Step.ROW_END;
      } else if (tags.ends("sheetData")) {
        return Step.DATA_END;
      }
    }
    throw new Unusable("no end of the sheet data");
  }

  /// From 1.
  int row() {
    return row;
  }

  /// From 0.
  int column() {
    return column;
  }

  /// A whole number as an attribute holds it, or what it means where it is left out.
  int number(String attribute, int otherwise) throws Unusable {
    String digits = tags.attribute(attribute).strip();
    if (digits.isEmpty()) {
      return otherwise;
    }
    if (digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Unusable("no number: " + attribute);
    }
    return Integer.parseInt(digits);
  }

  private void startRow() throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int number = number("r", row + 1);
    if (number <= row && !rows.isEmpty()) {
      throw new Unusable("row out of order");
    }
    row = number;
    column = -1;
  }

  private void startCell() throws Unusable {
    String reference = tags.attribute("r");
    int number = reference.isEmpty() ? column + 1 : Columns.of(reference, row);
    if (number <= column) {
      throw new Unusable("cell out of order");
    }
    column = number;
  }
}
