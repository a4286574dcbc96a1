package org.certassist.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.declaration.ColumnType;

/// The fonts, colours and number formats of our templates.
final class TemplateStyles {
  private static final String FONT = "微软雅黑";
  private static final String REQUIRED_FILL = "FFF2CC";
  private static final String OPTIONAL_FILL = "E7ECF3";
  static final String ERROR_FILL = "FFC7CE";
  static final String WARNING_FILL = "FFEB9C";
  private static final String LINE = "A6B1C2";
  private static final String RED = "C00000";
  private static final String GREY = "6B7280";

  private final XSSFWorkbook book;

  TemplateStyles(XSSFWorkbook book) {
    this.book = book;
  }

  XSSFFont font(int points, boolean bold) {
    XSSFFont font = book.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    return font;
  }

  XSSFFont red(int points) {
    XSSFFont font = font(points, true);
    font.setColor(color(RED));
    return font;
  }

  XSSFCellStyle title() {
    return plain(font(14, true));
  }

  XSSFFont grey(int points) {
    XSSFFont font = font(points, false);
    font.setColor(color(GREY));
    return font;
  }

  XSSFCellStyle label() {
    XSSFCellStyle style = bordered(font(10, true));
    fill(style, OPTIONAL_FILL);
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  XSSFCellStyle header(boolean required) {
    XSSFCellStyle style = bordered(font(10, true));
    fill(style, required ? REQUIRED_FILL : OPTIONAL_FILL);
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setWrapText(true);
    return style;
  }

  /// A cell to be filled in, in the format of its column.
  XSSFCellStyle data(ColumnType type) {
    XSSFCellStyle style = bordered(font(10, false));
    style.setWrapText(true);
    style.setDataFormat(book.createDataFormat().getFormat(format(type)));
    style.setAlignment(
        switch (type) {
          case MONEY -> HorizontalAlignment.RIGHT;
          case DATE, MONTH, CODE -> HorizontalAlignment.CENTER;
          case TEXT, ID, PHONE, ADDRESS -> HorizontalAlignment.LEFT;
        });
    return style;
  }

  /// The same, for a text that begins like a formula: shown and kept as text.
  XSSFCellStyle quoted(ColumnType type) {
    XSSFCellStyle style = data(type);
    style.setQuotePrefixed(true);
    return style;
  }

  /// For the cells below the prepared rows: the format without the borders.
  XSSFCellStyle column(ColumnType type) {
    XSSFCellStyle style = plain(font(10, false));
    style.setDataFormat(book.createDataFormat().getFormat(format(type)));
    return style;
  }

  XSSFCellStyle note() {
    XSSFCellStyle style = plain(font(10, false));
    style.setWrapText(true);
    return style;
  }

  XSSFCellStyle noteCell() {
    XSSFCellStyle style = bordered(font(10, false));
    style.setWrapText(true);
    return style;
  }

  XSSFCellStyle centred() {
    XSSFCellStyle style = noteCell();
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  XSSFCellStyle problem(boolean error) {
    XSSFCellStyle style = centred();
    fill(style, error ? ERROR_FILL : WARNING_FILL);
    return style;
  }

  XSSFCellStyle link() {
    XSSFCellStyle style = centred();
    XSSFFont font = font(10, false);
    font.setColor(color("0B57A4"));
    font.setUnderline(FontUnderline.SINGLE);
    style.setFont(font);
    return style;
  }

  /// Identity numbers, phones, months and codes are text, or a spreadsheet rounds, shortens or
  /// turns them into dates.
  private static String format(ColumnType type) {
    return switch (type) {
      case DATE -> "yyyy-mm-dd";
      case MONEY -> "0.00";
      case TEXT, ID, MONTH, CODE, PHONE, ADDRESS -> "@";
    };
  }

  private XSSFCellStyle plain(XSSFFont font) {
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private XSSFCellStyle bordered(XSSFFont font) {
    XSSFCellStyle style = plain(font);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setTopBorderColor(color(LINE));
    style.setBottomBorderColor(color(LINE));
    style.setLeftBorderColor(color(LINE));
    style.setRightBorderColor(color(LINE));
    return style;
  }

  private static void fill(XSSFCellStyle style, String rgb) {
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(color(rgb));
  }

  static XSSFColor color(String rgb) {
    int value = Integer.parseInt(rgb, 16);
    return new XSSFColor(
        new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value}, null);
  }
}
