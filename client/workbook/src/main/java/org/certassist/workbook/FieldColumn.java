package org.certassist.workbook;

import java.util.Map;
import org.certassist.core.declaration.CellValue;

/// Where the cells of one field stand.
///
/// @param column counted from 0
/// @param words our code words by those that are typed there; others are left as they are
record FieldColumn(String field, int column, Map<String, String> words) {
  CellValue read(Rows row) {
    CellValue cell = row.cell(column);
    return !words.isEmpty() && cell instanceof CellValue.Text(String typed)
        ? new CellValue.Text(words.getOrDefault(typed, typed))
        : cell;
  }
}
