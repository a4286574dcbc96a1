package org.certassist.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.certassist.core.workbook.Repair;

/// A clerk's own workbook with those cells mended that she was shown.
final class RepairedCopy {
  private RepairedCopy() {}

  /// @throws Unusable where a cell is not any more what was shown
  static void repair(Medium medium, List<Repair> repairs) throws Unusable {
    for (Repair repair : repairs) {
      Sheet sheet = medium.book().getSheet(repair.place().sheet());
      if (sheet == null) {
        throw new Unusable("no such sheet");
      }
      Cell cell =
          MarkedCopy.cellAt(
              sheet,
              repair.place().row() - 1,
              CellReference.convertColStringToIndex(repair.place().column()));
      if (cell.getCellType() != CellType.STRING
          || !Escapes.decode(cell.getStringCellValue()).equals(repair.before())) {
        throw new Unusable("another text by now");
      }
      // POI leaves a text that stands in the cell itself beside the new one.
      cell.setBlank();
      cell.setCellValue(repair.after());
    }
  }
}
