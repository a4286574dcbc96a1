package org.certassist.core.declaration;

import java.util.Map;

/// One person's row as the clerk typed it.
///
/// @param row as the spreadsheet counts
/// @param cells by field; a missing field is a blank cell
public record DraftRow(int row, Map<String, CellValue> cells) {
  public DraftRow {
    cells = Fields.unchanging(cells);
  }

  public CellValue cell(String field) {
    return cells.getOrDefault(field, new CellValue.Blank());
  }

  /// Whether nothing stands in any of its cells.
  public boolean isBlank() {
    return cells.values().stream().allMatch(CellValue.Blank.class::isInstance);
  }

  @Override
  public String toString() {
    return "DraftRow[" + row + "]";
  }
}
