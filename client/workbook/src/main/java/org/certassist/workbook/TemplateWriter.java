package org.certassist.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
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

  private static final int LAST_ROW = Layout.FIRST_DATA_ROW + Workbooks.MOST_ROWS;

  private final TemplateBook book = new TemplateBook();
  private final TemplateStyles styles = new TemplateStyles(book);
  private final Kind kind;

  private TemplateWriter(Kind kind) {
    this.kind = kind;
  }

  static void write(
      Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, OutputStream out)
      throws IOException {
    TemplateWriter writer = new TemplateWriter(kind);
    try (TemplateBook book = writer.book) {
      writer.writeData(unit, rows);
      new NotesSheet(book, writer.styles).write(kind);
      writer.stamp();
      book.setActiveSheet(0);
      book.write(out);
    }
  }

  private void writeData(Optional<Unit> unit, List<Map<String, String>> rows) {
    XSSFSheet sheet = book.createSheet(Layout.DATA_SHEET);
    sheet.setDefaultRowHeightInPoints(20);
    formatColumns(sheet);
    writeTitle(sheet);
    writeUnit(sheet, unit);
    writeHeaders(sheet);
    writeRows(sheet, rows);
    addLists(sheet);
    sheet.createFreezePane(3, Layout.HEADER_ROW);
    setUpPrint(sheet);
  }

  private void formatColumns(XSSFSheet sheet) {
    for (int i = 0; i < kind.columns().size(); i++) {
      Column column = kind.columns().get(i);
      sheet.setColumnWidth(i, 256 * Widths.of(column, i));
      sheet.setDefaultColumnStyle(i, styles.column(column.type()));
    }
  }

  private void writeTitle(XSSFSheet sheet) {
    XSSFRow row = sheet.createRow(Layout.TITLE_ROW - 1);
    row.setHeightInPoints(28);
    String title = kind.title() + "　申报模板　第 " + kind.version() + " 版";
    XSSFRichTextString words = new XSSFRichTextString(title + "　　" + HINT);
    words.applyFont(0, title.length(), styles.font(14, true));
    words.applyFont(title.length(), words.length(), styles.grey(9));
    XSSFCell cell = row.createCell(0);
    cell.setCellStyle(styles.title());
    cell.setCellValue(words);
  }

  private void writeUnit(XSSFSheet sheet, Optional<Unit> unit) {
    XSSFRow row = sheet.createRow(Layout.UNIT_ROW - 1);
    row.setHeightInPoints(32);
    XSSFCellStyle label = styles.label();
    XSSFCellStyle value = styles.data(ColumnType.TEXT);
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

  private void writeHeaders(XSSFSheet sheet) {
    XSSFRow row = sheet.createRow(Layout.HEADER_ROW - 1);
    row.setHeightInPoints(34);
    XSSFCellStyle required = styles.header(true);
    XSSFCellStyle optional = styles.header(false);
    for (int i = 0; i < kind.columns().size(); i++) {
      Column column = kind.columns().get(i);
      boolean must = column.requirement() == Requirement.REQUIRED;
      XSSFCell cell = row.createCell(i);
      cell.setCellStyle(must ? required : optional);
      XSSFRichTextString words = new XSSFRichTextString(Layout.header(column));
      if (must) {
        words.applyFont(0, 1, styles.red(10));
        words.applyFont(1, words.length(), styles.font(10, true));
      }
      cell.setCellValue(words);
    }
  }

  private void writeRows(XSSFSheet sheet, List<Map<String, String>> rows) {
    int count = Math.max(Layout.PREPARED_ROWS, rows.size());
    List<XSSFCellStyle> plain =
        kind.columns().stream().map(column -> styles.data(column.type())).toList();
    List<XSSFCellStyle> quoted =
        kind.columns().stream().map(column -> styles.quoted(column.type())).toList();
    for (int r = 0; r < count; r++) {
      XSSFRow row = sheet.createRow(Layout.FIRST_DATA_ROW - 1 + r);
      Map<String, String> values = r < rows.size() ? rows.get(r) : Map.of();
      for (int c = 0; c < kind.columns().size(); c++) {
        Column column = kind.columns().get(c);
        String value = values.getOrDefault(column.field(), "");
        XSSFCell cell = row.createCell(c);
        cell.setCellStyle(looksLikeFormula(value) ? quoted.get(c) : plain.get(c));
        if (!value.isEmpty()) {
          setValue(cell, column.type(), value);
        }
      }
    }
  }

  /// What a spreadsheet or an import from one might take for a formula.
  static boolean looksLikeFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
  }

  /// A date or sum as itself where it is one; anything else as the text it is, never as a formula.
  private static void setValue(XSSFCell cell, ColumnType type, String value) {
    if (type == ColumnType.DATE && value.matches("\\d{4}-\\d{2}-\\d{2}")) {
      try {
        cell.setCellValue(LocalDate.parse(value));
        return;
      } catch (DateTimeParseException noSuchDay) {
        cell.setCellValue(value);
        return;
      }
    }
    if (type == ColumnType.MONEY && value.matches("\\d{1,9}(\\.\\d{1,2})?")) {
      cell.setCellValue(new BigDecimal(value).doubleValue());
      return;
    }
    cell.setCellValue(value);
  }

  private void addLists(XSSFSheet sheet) {
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
            new CellRangeAddressList(Layout.FIRST_DATA_ROW - 1, LAST_ROW - 1, i, i));
      }
    }
  }

  private void addList(XSSFSheet sheet, List<String> choices, CellRangeAddressList cells) {
    XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
    boolean fitsInline =
        String.join(",", choices).length() <= LONGEST_INLINE_LIST
            && choices.stream().noneMatch(choice -> choice.contains(",") || choice.contains("\""));
    DataValidationConstraint constraint =
        fitsInline
            ? helper.createExplicitListConstraint(choices.toArray(String[]::new))
            : helper.createFormulaListConstraint(new CodeSheet(book).add(choices));
    DataValidation list = helper.createValidation(constraint, cells);
    list.setSuppressDropDownArrow(true);
    list.setEmptyCellAllowed(true);
    list.setShowErrorBox(true);
    list.setErrorStyle(DataValidation.ErrorStyle.STOP);
    list.createErrorBox("不在列表里", "请从下拉列表里选。");
    sheet.addValidationData(list);
  }

  private void setUpPrint(XSSFSheet sheet) {
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
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

  private void stamp() {
    book.stamp(Stamp.of(kind));
    book.getProperties().getCoreProperties().setTitle(kind.title());
    book.getProperties().getCoreProperties().setCreator("certassist");
  }

  private static void set(XSSFRow row, int column, String value, XSSFCellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellStyle(style);
    if (!value.isEmpty()) {
      cell.setCellValue(value);
    }
  }
}
