package org.certassist.workbook;

import java.util.Map;
import java.util.TreeMap;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.DraftRow;

/// Rows in a form that can be compared across programs, which write the same number differently.
final class Cells {
  private Cells() {}

  static Map<String, CellValue> plain(DraftRow row) {
    Map<String, CellValue> plain = new TreeMap<>();
    row.cells()
        .forEach((field, cell) ->
            plain.put(
                field,
                cell instanceof CellValue.Numeric numeric
                    ? new CellValue.Numeric(numeric.number().stripTrailingZeros(), numeric.shown())
                    : cell));
    return plain;
  }
}
