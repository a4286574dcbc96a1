package org.certassist.workbook;

import org.apache.poi.ss.util.CellReference;

/// Column letters and their numbers from 0.
final class Columns {
  private Columns() {}

  static String letter(int column) {
    return CellReference.convertNumToColString(column);
  }

  /// The column of a reference such as `AB12`.
  ///
  /// @param row the row in which it stands
  static int of(String reference, int row) throws Unusable {
    int letters = 0;
    int column = 0;
    while (letters < reference.length() && letters < 4) {
      char c = Character.toUpperCase(reference.charAt(letters));
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
      letters++;
    }
    if (letters == 0 || !endsIn(reference, letters, row)) {
      throw new Unusable("cell reference");
    }
    return column - 1;
  }

  /// Whether a reference says this row behind its letters, without zeros in front.
  private static boolean endsIn(String reference, int letters, int row) {
    int rest = row;
    int at = reference.length() - 1;
    while (at >= letters && rest > 0 && reference.charAt(at) == '0' + rest % 10) {
      rest /= 10;
      at--;
    }
    return rest == 0 && at == letters - 1;
  }
}
