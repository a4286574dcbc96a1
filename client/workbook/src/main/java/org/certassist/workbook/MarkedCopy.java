package org.certassist.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.workbook.Workbooks.Mark;

/// A clerk's own workbook with her problem cells coloured, commented and listed.
///
/// Earlier marks of ours are taken away first, so that the copy of a copy shows what is wrong now.
final class MarkedCopy {
  static final String AUTHOR = "certassist";
  static final int MOST_COMMENTS = 500;

  private final Medium medium;
  private final Workbook book;
  private final Map<Short, CellStyle> errors = new HashMap<>();
  private final Map<Short, CellStyle> warnings = new HashMap<>();
  private final Map<Short, CellStyle> cleaned = new HashMap<>();

  private MarkedCopy(Medium medium) {
    this.medium = medium;
    this.book = medium.book();
  }

  static void mark(Medium medium, List<Mark> marks) {
    MarkedCopy copy = new MarkedCopy(medium);
    copy.removeOldMarks();
    copy.markCells(marks);
    new ProblemsSheet(medium).write(marks);
  }

  private void removeOldMarks() {
    int list = book.getSheetIndex(Layout.PROBLEMS_SHEET);
    if (list >= 0) {
      book.removeSheetAt(list);
    }
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      Sheet sheet = book.getSheetAt(i);
      for (Map.Entry<CellAddress, ? extends Comment> comment :
          new TreeMap<CellAddress, Comment>(sheet.getCellComments()).entrySet()) {
        if (AUTHOR.equals(comment.getValue().getAuthor())) {
          Cell cell = cellAt(sheet, comment.getKey().getRow(), comment.getKey().getColumn());
          cell.removeCellComment();
          CellStyle was = cell.getCellStyle();
          cell.setCellStyle(cleaned.computeIfAbsent(was.getIndex(), _ -> withoutFill(was)));
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
    Map<String, Drawing<?>> drawings = new HashMap<>();
    for (Mark mark : byCell.values()) {
      Sheet sheet = book.getSheet(mark.place().sheet());
      if (sheet == null) {
        continue;
      }
      int column = CellReference.convertColStringToIndex(mark.place().column());
      Cell cell = cellAt(sheet, mark.place().row() - 1, column);
      colour(cell, mark.error());
      if (comments++ < MOST_COMMENTS) {
        Drawing<?> drawing =
            drawings.computeIfAbsent(sheet.getSheetName(), name -> sheet.createDrawingPatriarch());
        comment(drawing, cell, mark.note());
      }
    }
  }

  private static Mark both(Mark one, Mark other) {
    return new Mark(
        one.place(), one.error() || other.error(), one.header(), one.note() + "\n" + other.note());
  }

  private void colour(Cell cell, boolean error) {
    CellStyle was = cell.getCellStyle();
    cell.setCellStyle(
        error
            ? errors.computeIfAbsent(was.getIndex(), _ -> filled(was, TemplateStyles.ERROR_FILL))
            : warnings.computeIfAbsent(
                was.getIndex(), _ -> filled(was, TemplateStyles.WARNING_FILL)));
  }

  private CellStyle filled(CellStyle was, String rgb) {
    CellStyle style = clone(was);
    medium.fill(style, rgb);
    return style;
  }

  private CellStyle withoutFill(CellStyle was) {
    CellStyle style = clone(was);
    style.setFillPattern(FillPatternType.NO_FILL);
    return style;
  }

  private CellStyle clone(CellStyle was) {
    CellStyle style = book.createCellStyle();
    style.cloneStyleFrom(was);
    return style;
  }

  private void comment(Drawing<?> drawing, Cell cell, String note) {
    Comment existing = cell.getCellComment();
    if (existing != null) {
      existing.setString(richText(existing.getString().getString() + "\n" + note));
      return;
    }
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    int height = 2 + note.length() / 16 + (int) note.chars().filter(c -> c == '\n').count();
    ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
    medium.beginBeside(cell, anchor);
    anchor.setRow1(row);
    anchor.setCol2(column + 3);
    anchor.setRow2(row + Math.min(8, height));
    Comment comment = drawing.createCellComment(anchor);
    comment.setAuthor(AUTHOR);
    comment.setString(richText(note));
    cell.setCellComment(comment);
  }

  private RichTextString richText(String text) {
    return book.getCreationHelper().createRichTextString(text);
  }

  static Cell cellAt(Sheet sheet, int row, int column) {
    Row there = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return there.getCell(column) == null ? there.createCell(column) : there.getCell(column);
  }
}
