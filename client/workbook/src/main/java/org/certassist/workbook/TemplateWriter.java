package org.certassist.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.workbook.Workbooks;

/// Makes one workbook in our own layout ([Layout]), empty or filled.
final class TemplateWriter {
  /// Spreadsheets allow 255 characters in a list that is written into the cell's rule.
  private static final int LONGEST_INLINE_LIST = 250;

  private static final String HINT = "带 * 的列必填；从第 4 行起每人一行，行不够时整行复制；填法见“填写说明”";

  private final Medium medium;
  private final Workbook book;
  private final TemplateStyles styles;
  private final Kind kind;

  private TemplateWriter(Medium medium, Kind kind) {
    this.medium = medium;
    this.book = medium.book();
    this.styles = new TemplateStyles(medium);
    this.kind = kind;
  }

  /// @param medium a new workbook; it is closed
  static void write(
      Medium medium,
      Kind kind,
      Optional<Unit> unit,
      List<Map<String, String>> rows,
      OutputStream out)
      throws IOException {
    TemplateWriter writer = new TemplateWriter(medium, kind);
    try (Workbook book = medium.book()) {
      TemplateRows data = writer.writeData(unit, rows);
      new NotesSheet(book, writer.styles).write(kind);
      medium.stamp(kind);
      book.setActiveSheet(0);
      medium.write(data, out);
    }
  }

  private TemplateRows writeData(Optional<Unit> unit, List<Map<String, String>> values) {
    Sheet sheet = book.createSheet(Layout.DATA_SHEET);
    sheet.setDefaultRowHeightInPoints(20);
    formatColumns(sheet);
    writeTitle(sheet);
    writeUnit(sheet, unit);
    writeHeaders(sheet);
    TemplateRows rows = rows(sheet, values);
    addLists(sheet);
    sheet.createFreezePane(3, Layout.HEADER_ROW);
    setUpPrint(sheet);
    return rows;
  }

  private void formatColumns(Sheet sheet) {
    for (int i = 0; i < kind.columns().size(); i++) {
      Column column = kind.columns().get(i);
      sheet.setColumnWidth(i, 256 * Widths.of(column, i));
      sheet.setDefaultColumnStyle(i, styles.column(column.type()));
    }
  }

  private void writeTitle(Sheet sheet) {
    Row row = sheet.createRow(Layout.TITLE_ROW - 1);
    row.setHeightInPoints(28);
    String title = kind.title() + "　申报模板　第 " + kind.version() + " 版";
    RichTextString words = richText(title + "　　" + HINT);
    words.applyFont(0, title.length(), styles.font(14, true));
    words.applyFont(title.length(), words.length(), styles.grey(9));
    Cell cell = row.createCell(0);
    cell.setCellStyle(styles.title());
    cell.setCellValue(words);
  }

  private void writeUnit(Sheet sheet, Optional<Unit> unit) {
    Row row = sheet.createRow(Layout.UNIT_ROW - 1);
    row.setHeightInPoints(32);
    CellStyle label = styles.label();
    CellStyle value = styles.data(ColumnType.TEXT);
    for (Layout.UnitCell cell : Layout.UNIT_CELLS) {
      set(row, cell.labelColumn(), cell.label(), label);
      set(row, cell.column(), unit.map(known -> unitValue(known, cell.field())).orElse(""), value);
    }
  }

  private static String unitValue(Unit unit, String field) {
    return switch (field) {
      case "creditCode" -> unit.creditCode();
      case "name" -> unit.name();
      case "type" -> unit.type().word();
      default -> throw new IllegalArgumentException(field);
    };
  }

  private void writeHeaders(Sheet sheet) {
    Row row = sheet.createRow(Layout.HEADER_ROW - 1);
    row.setHeightInPoints(34);
    CellStyle required = styles.header(true);
    CellStyle optional = styles.header(false);
    for (int i = 0; i < kind.columns().size(); i++) {
      Column column = kind.columns().get(i);
      boolean must = column.requirement() == Requirement.REQUIRED;
      Cell cell = row.createCell(i);
      cell.setCellStyle(must ? required : optional);
      RichTextString words = richText(Layout.header(column));
      if (must) {
        words.applyFont(0, 1, styles.red(10));
        words.applyFont(1, words.length(), styles.font(10, true));
      }
      cell.setCellValue(words);
    }
  }

  private TemplateRows rows(Sheet sheet, List<Map<String, String>> values) {
    List<Column> columns = kind.columns();
    return new TemplateRows(
        sheet,
        columns,
        values,
        columns.stream().map(column -> styles.data(column.type())).toList(),
        columns.stream().map(column -> styles.quoted(column.type())).toList());
  }

  private RichTextString richText(String text) {
    return book.getCreationHelper().createRichTextString(text);
  }

  private int lastRow() {
    return Math.min(
        Layout.FIRST_DATA_ROW + Workbooks.MOST_ROWS, book.getSpreadsheetVersion().getMaxRows());
  }

  private void addLists(Sheet sheet) {
    addList(
        sheet,
        Arrays.stream(UnitType.values()).map(UnitType::word).toList(),
        new CellRangeAddressList(Layout.UNIT_ROW - 1, Layout.UNIT_ROW - 1, 5, 5));
    for (int i = 0; i < kind.columns().size(); i++) {
      List<String> choices = kind.columns().get(i).choices();
      if (!choices.isEmpty()) {
        addList(
            sheet,
            choices,
            new CellRangeAddressList(Layout.FIRST_DATA_ROW - 1, lastRow() - 1, i, i));
      }
    }
  }

  private void addList(Sheet sheet, List<String> choices, CellRangeAddressList cells) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    boolean fitsInline =
        String.join(",", choices).length() <= LONGEST_INLINE_LIST
            && choices.stream().noneMatch(choice -> choice.contains(",") || choice.contains("\""));
    DataValidationConstraint constraint =
        fitsInline
            ? helper.createExplicitListConstraint(choices.toArray(String[]::new))
            : helper.createFormulaListConstraint(new CodeSheet(book).add(choices));
    DataValidation list = helper.createValidation(constraint, cells);
    medium.showArrow(list);
    list.setEmptyCellAllowed(true);
    list.setShowErrorBox(true);
    list.setErrorStyle(DataValidation.ErrorStyle.STOP);
    list.createErrorBox("不在列表里", "请从下拉列表里选。");
    sheet.addValidationData(list);
  }

  private void setUpPrint(Sheet sheet) {
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    for (PageMargin side : List.of(PageMargin.LEFT, PageMargin.RIGHT)) {
      sheet.setMargin(side, 0.4);
    }
    sheet.setMargin(PageMargin.TOP, 0.5);
    sheet.setMargin(PageMargin.BOTTOM, 0.6);
    sheet.getFooter().setLeft("&A　" + kind.title());
    sheet.getFooter().setRight("第 &P 页，共 &N 页");
    sheet.setRepeatingRows(new CellRangeAddress(0, Layout.HEADER_ROW - 1, -1, -1));
  }

  private static void set(Row row, int column, String value, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    if (!value.isEmpty()) {
      cell.setCellValue(value);
    }
  }
}
