package org.certassist.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;

/// The hidden sheet for lists too long for a cell's own rule; one list a column.
final class CodeSheet {
  private static final String NAME = "代码";

  private final Workbook book;

  CodeSheet(Workbook book) {
    this.book = book;
  }

  /// Adds a list and gives the reference to its cells.
  String add(List<String> choices) {
    Sheet sheet = book.getSheet(NAME) == null ? create() : book.getSheet(NAME);
    int column = sheet.getRow(0) == null ? 0 : sheet.getRow(0).getLastCellNum();
    for (int i = 0; i < choices.size(); i++) {
      Row row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
      row.createCell(column).setCellValue(choices.get(i));
    }
    String letter = Columns.letter(column);
    return "'" + NAME + "'!$" + letter + "$1:$" + letter + "$" + choices.size();
  }

  private Sheet create() {
    Sheet sheet = book.createSheet(NAME);
    book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    return sheet;
  }
}
