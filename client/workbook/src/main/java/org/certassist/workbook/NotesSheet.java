package org.certassist.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;

/// The sheet 填写说明: how a template is filled, one line a column.
final class NotesSheet {
  private static final List<String> HEADERS = List.of("列名", "是否必填", "怎么填", "可选内容", "示例");
  private static final int[] WIDTHS = {20, 16, 52, 52, 26};

  private static final List<String> ADVICE =
      List.of(
          "1. 工作表名称、前三行和列的顺序不要改动，否则无法读取。",
          "2. 第 2 行先填本单位的统一社会信用代码、单位名称，并选单位类型。",
          "3. 从第 4 行起每人一行。预留了 7 行，不够时整行复制，多余的行可以不填或整行删除。",
          "4. 证件号码、电话按文本填写，不要用科学计数法；不要使用公式。",
          "5. 从别的表格复制时，请用“选择性粘贴 → 数值”，以免带走格式和公式。");

  private final TemplateStyles styles;
  private final Sheet sheet;
  private int next;

  NotesSheet(Workbook book, TemplateStyles styles) {
    this.styles = styles;
    this.sheet = book.createSheet(Layout.NOTES_SHEET);
  }

  void write(Kind kind) {
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, 256 * WIDTHS[i]);
    }
    line(kind.title() + "　填写说明", styles.title(), 28);
    CellStyle note = styles.note();
    ADVICE.forEach(advice -> line(advice, note, 19));
    next++;
    writeTable(kind);
    setUpPrint();
  }

  private void line(String text, CellStyle style, int height) {
    Row row = sheet.createRow(next);
    row.setHeightInPoints(height);
    Cell cell = row.createCell(0);
    cell.setCellStyle(style);
    cell.setCellValue(text);
    sheet.addMergedRegion(new CellRangeAddress(next, next, 0, WIDTHS.length - 1));
    next++;
  }

  private void writeTable(Kind kind) {
    CellStyle header = styles.header(false);
    CellStyle cell = styles.noteCell();
    CellStyle required = styles.header(true);
    CellStyle example = styles.data(ColumnType.TEXT);
    Row head = sheet.createRow(next++);
    head.setHeightInPoints(22);
    for (int i = 0; i < HEADERS.size(); i++) {
      set(head, i, HEADERS.get(i), header);
    }
    for (Column column : kind.columns()) {
      Row row = sheet.createRow(next++);
      String choices = String.join("、", column.choices());
      String how = ColumnNotes.how(column);
      row.setHeightInPoints(Math.max(lines(how, WIDTHS[2]), lines(choices, WIDTHS[3])) * 15 + 5);
      set(row, 0, column.header(), cell);
      set(
          row,
          1,
          ColumnNotes.requirement(column),
          column.requirement() == Requirement.REQUIRED ? required : cell);
      set(row, 2, how, cell);
      set(row, 3, choices, cell);
      set(row, 4, column.example(), example);
    }
  }

  private static int lines(String text, int width) {
    // The text's 10 points are smaller than the font that widths are counted in.
    int fits = width * 11 / 10;
    return Math.max(1, (Widths.ofText(text) + fits - 1) / fits);
  }

  private void setUpPrint() {
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private static void set(Row row, int column, String value, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    cell.setCellValue(value);
  }
}
