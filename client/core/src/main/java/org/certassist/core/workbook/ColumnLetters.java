package org.certassist.core.workbook;

/// A spreadsheet's column letters and their numbers from 0.
final class ColumnLetters {
  private ColumnLetters() {}

  /// Such as `AB` for 27.
  static String of(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
