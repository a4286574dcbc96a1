package org.certassist.workbook;

import java.util.Comparator;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.certassist.core.workbook.Workbooks.Mark;

/// The sheet 问题清单 of a marked copy: every problem with its cell, to print and tick off.
final class ProblemsSheet {
  private static final List<String> HEADERS = List.of("序号", "单元格", "列名", "类型", "问题", "改好打勾");
  private static final int[] WIDTHS = {6, 9, 20, 8, 60, 11};
  private static final int NOTE = 4;
  private static final int MOST_LINKS = 10_000;

  private final Medium medium;
  private final Workbook book;
  private final TemplateStyles styles;

  ProblemsSheet(Medium medium) {
    this.medium = medium;
    this.book = medium.book();
    this.styles = new TemplateStyles(medium);
  }

  void write(List<Mark> marks) {
    Sheet sheet = book.createSheet(Layout.PROBLEMS_SHEET);
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, 256 * WIDTHS[i]);
    }
    long errors = marks.stream().filter(Mark::error).count();
    Row title = sheet.createRow(0);
    title.setHeightInPoints(26);
    set(title, 0, "问题清单　错误 " + errors + " 处，提醒 " + (marks.size() - errors) + " 处", styles.title());
    Row head = sheet.createRow(1);
    head.setHeightInPoints(22);
    CellStyle header = styles.header(false);
    for (int i = 0; i < HEADERS.size(); i++) {
      set(head, i, HEADERS.get(i), header);
    }
    writeRows(sheet, marks);
    sheet.createFreezePane(0, 2);
    sheet.setRepeatingRows(new CellRangeAddress(0, 1, -1, -1));
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getFooter().setRight("第 &P 页，共 &N 页");
  }

  private void writeRows(Sheet sheet, List<Mark> marks) {
    CellStyle cell = styles.noteCell();
    CellStyle centred = styles.centred();
    CellStyle error = styles.problem(true);
    CellStyle warning = styles.problem(false);
    CellStyle link = styles.link();
    List<Mark> inOrder =
        marks.stream()
            .sorted(
                Comparator.comparing((Mark mark) -> !mark.error())
                    .thenComparingInt(mark -> mark.place().row())
                    .thenComparingInt(mark -> mark.place().column().length())
                    .thenComparing(mark -> mark.place().column()))
            .toList();
    for (int i = 0; i < inOrder.size(); i++) {
      Mark mark = inOrder.get(i);
      Row row = sheet.createRow(i + 2);
      int lines = Math.max(1, (Widths.ofText(mark.note()) + WIDTHS[NOTE] - 1) / (WIDTHS[NOTE] - 2));
      row.setHeightInPoints(15 * lines + 5);
      Cell number = row.createCell(0);
      number.setCellStyle(centred);
      number.setCellValue(i + 1);
      set(row, 1, mark.place().column() + mark.place().row(), link);
      if (i < MOST_LINKS) {
        row.getCell(1).setHyperlink(linkTo(mark));
      }
      set(row, 2, headerOf(mark), cell);
      set(row, 3, mark.error() ? "错误" : "提醒", mark.error() ? error : warning);
      set(row, NOTE, mark.note(), cell);
      set(row, NOTE + 1, "", cell);
    }
  }

  /// The unit's cells have no column; our templates name them by their place.
  private static String headerOf(Mark mark) {
    return mark.header().isEmpty() && mark.place().row() == Layout.UNIT_ROW
        ? Layout.UNIT_CELLS.stream()
            .filter(cell -> Columns.letter(cell.column()).equals(mark.place().column()))
            .map(Layout.UnitCell::label)
            .findFirst()
            .orElse("")
        : Layout.shown(mark.header());
  }

  private Hyperlink linkTo(Mark mark) {
    Hyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setAddress(
        "'"
            + mark.place().sheet().replace("'", "''")
            + "'!"
            + mark.place().column()
            + mark.place().row());
    return link;
  }

  private void set(Row row, int column, String value, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    medium.put(cell, value);
  }
}
