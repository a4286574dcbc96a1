package org.certassist.core.rules;

import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Requirement;

/// Reads one column from top to bottom; a cell like the one above it is not read again.
final class ColumnReader {
  private final Column column;
  private final CellReader cells;
  private CellValue above = new CellValue.Blank();
  private CellReading asRead = new CellReading.Blank();

  ColumnReader(Column column, CellReader cells) {
    this.column = column;
    this.cells = cells;
  }

  String field() {
    return column.field();
  }

  boolean isRequired() {
    return column.requirement() == Requirement.REQUIRED;
  }

  CellReading read(DraftRow row) {
    CellValue cell = row.cell(column.field());
    if (!cell.equals(above)) {
      above = cell;
      asRead = cells.read(column, cell);
    }
    return asRead;
  }
}
