package org.certassist.core.portal;

import java.util.List;

/// The portal's answers to a declaration's rows; only rows with errors are listed (docs/sources.md,
/// 002).
public record RowAnswers(int accepted, int refused, List<RowAnswer> rows) {
  public RowAnswers {
    rows = List.copyOf(rows);
  }

  /// One refused row.
  ///
  /// @param row as the spreadsheet counts
  /// @param message the portal's own words
  public record RowAnswer(int row, String message) {
    /// Without the message, which may name a person.
    @Override
    public String toString() {
      return "RowAnswer[" + row + "]";
    }
  }
}
