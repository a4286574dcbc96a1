package org.certassist.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.workbook.Workbooks.Mark;

/// A clerk's own workbook with her problem cells coloured, commented and listed.
///
/// Earlier marks of ours are taken away first, so that the copy of a copy shows what is wrong now.
final class MarkedCopy {
  static final String AUTHOR = "certassist";
  static final int MOST_COMMENTS = 500;

  private final XSSFWorkbook book;
  private final Map<Integer, XSSFCellStyle> errors = new HashMap<>();
  private final Map<Integer, XSSFCellStyle> warnings = new HashMap<>();
  private final Map<Integer, XSSFCellStyle> cleaned = new HashMap<>();

  private MarkedCopy(XSSFWorkbook book) {
    this.book = book;
  }

  static void write(XSSFWorkbook book, List<Mark> marks, OutputStream out) throws IOException {
    MarkedCopy copy = new MarkedCopy(book);
    copy.removeOldMarks();
    copy.markCells(marks);
    new ProblemsSheet(book).write(marks);
    book.write(out);
  }

  private void removeOldMarks() {
    int list = book.getSheetIndex(Layout.PROBLEMS_SHEET);
    if (list >= 0) {
      book.removeSheetAt(list);
    }
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      XSSFSheet sheet = book.getSheetAt(i);
      for (Map.Entry<CellAddress, XSSFComment> comment :
          new TreeMap<>(sheet.getCellComments()).entrySet()) {
        if (AUTHOR.equals(comment.getValue().getAuthor())) {
          XSSFCell cell = cellAt(sheet, comment.getKey().getRow(), comment.getKey().getColumn());
          cell.removeCellComment();
          cell.setCellStyle(
              cleaned.computeIfAbsent((int) cell.getCellStyle().getIndex(), this::withoutFill));
        }
      }
    }
  }

  private void markCells(List<Mark> marks) {
    Map<CellPlace, Mark> byCell = new HashMap<>();
    for (Mark mark : marks) {
      byCell.merge(mark.place(), mark, MarkedCopy::both);
    }
    int comments = 0;
    Map<String, XSSFDrawing> drawings = new HashMap<>();
    for (Mark mark : byCell.values()) {
      XSSFSheet sheet = book.getSheet(mark.place().sheet());
      if (sheet == null) {
        continue;
      }
      int column = CellReference.convertColStringToIndex(mark.place().column());
      XSSFCell cell = cellAt(sheet, mark.place().row() - 1, column);
      colour(cell, mark.error());
      if (comments++ < MOST_COMMENTS) {
        XSSFDrawing drawing =
            drawings.computeIfAbsent(sheet.getSheetName(), name -> sheet.createDrawingPatriarch());
        comment(drawing, cell, mark.note());
      }
    }
  }

  private static Mark both(Mark one, Mark other) {
    return new Mark(one.place(), one.error() || other.error(), one.note() + "\n" + other.note());
  }

  private void colour(XSSFCell cell, boolean error) {
    int style = cell.getCellStyle().getIndex();
    cell.setCellStyle(
        error
            ? errors.computeIfAbsent(style, index -> filled(index, TemplateStyles.ERROR_FILL))
            : warnings.computeIfAbsent(style, index -> filled(index, TemplateStyles.WARNING_FILL)));
  }

  private XSSFCellStyle filled(int index, String rgb) {
    XSSFCellStyle style = clone(index);
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(TemplateStyles.color(rgb));
    return style;
  }

  private XSSFCellStyle withoutFill(int index) {
    XSSFCellStyle style = clone(index);
    style.setFillPattern(FillPatternType.NO_FILL);
    return style;
  }

  private XSSFCellStyle clone(int index) {
    XSSFCellStyle style = book.createCellStyle();
    style.cloneStyleFrom(book.getCellStyleAt(index));
    return style;
  }

  private static void comment(XSSFDrawing drawing, XSSFCell cell, String note) {
    XSSFComment existing = cell.getCellComment();
    if (existing != null) {
      existing.setString(new XSSFRichTextString(existing.getString().getString() + "\n" + note));
      return;
    }
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    int height = 2 + note.length() / 16 + (int) note.chars().filter(c -> c == '\n').count();
    XSSFComment comment =
        drawing.createCellComment(
            new XSSFClientAnchor(
                0, 0, 0, 0, column + 1, row, column + 3, row + Math.min(8, height)));
    comment.setAuthor(AUTHOR);
    comment.setString(new XSSFRichTextString(note));
    cell.setCellComment(comment);
  }

  private static XSSFCell cellAt(XSSFSheet sheet, int row, int column) {
    XSSFRow there = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return there.getCell(column) == null ? there.createCell(column) : there.getCell(column);
  }
}
