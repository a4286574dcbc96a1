package org.certassist.core.declaration;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a declaration says, independent of its id: unit, kind, month and rows in their checked
/// form.
///
/// @param profile the id of the profile it was checked under
/// @param source the name of the file it came from, for the clerk to recognise it by
public record Content(
    String profile,
    String kind,
    int kindVersion,
    Unit unit,
    YearMonth settlementMonth,
    List<Row> rows,
    String source) {
  public Content {
    rows = List.copyOf(rows);
  }

  /// The same for another settlement month.
  public Content in(YearMonth month) {
    return new Content(profile, kind, kindVersion, unit, month, rows, source);
  }

  /// One row's values by field, canonical texts only; blank cells are absent.
  ///
  /// @param row as the spreadsheet counts
  public record Row(int row, SortedMap<String, String> values) {
    public Row {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    @Override
    public String toString() {
      return "Row[" + row + "]";
    }
  }

  @Override
  public String toString() {
    return "Content[" + kind + ", " + rows.size() + " rows]";
  }
}
