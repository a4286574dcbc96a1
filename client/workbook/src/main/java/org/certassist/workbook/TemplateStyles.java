package org.certassist.workbook;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
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

  private final Medium medium;
  private final Workbook book;
  private final Map<ColumnType, CellStyle> data = new EnumMap<>(ColumnType.class);
  private final Map<ColumnType, CellStyle> quoted = new EnumMap<>(ColumnType.class);
  private final Map<ColumnType, CellStyle> columns = new EnumMap<>(ColumnType.class);

  TemplateStyles(Medium medium) {
    this.medium = medium;
    this.book = medium.book();
  }

  Font font(int points, boolean bold) {
    Font font = book.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    return font;
  }

  Font red(int points) {
    Font font = font(points, true);
    medium.colour(font, RED);
    return font;
  }

  CellStyle title() {
    return plain(font(14, true));
  }

  Font grey(int points) {
    Font font = font(points, false);
    medium.colour(font, GREY);
    return font;
  }

  CellStyle label() {
    CellStyle style = bordered(font(10, true));
    medium.fill(style, OPTIONAL_FILL);
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  CellStyle header(boolean required) {
    CellStyle style = bordered(font(10, true));
    medium.fill(style, required ? REQUIRED_FILL : OPTIONAL_FILL);
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setWrapText(true);
    return style;
  }

  /// A cell to be filled in, in the format of its column; one for all columns of a type, since POI
  /// takes its time to make one.
  CellStyle data(ColumnType type) {
    return data.computeIfAbsent(type, this::newData);
  }

  private CellStyle newData(ColumnType type) {
    CellStyle style = bordered(font(10, false));
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
  CellStyle quoted(ColumnType type) {
    return quoted.computeIfAbsent(type, this::newQuoted);
  }

  private CellStyle newQuoted(ColumnType type) {
    CellStyle style = newData(type);
    style.setQuotePrefixed(true);
    return style;
  }

  /// For the cells below the prepared rows: the format without the borders.
  CellStyle column(ColumnType type) {
    return columns.computeIfAbsent(type, this::newColumn);
  }

  private CellStyle newColumn(ColumnType type) {
    CellStyle style = plain(font(10, false));
    style.setDataFormat(book.createDataFormat().getFormat(format(type)));
    return style;
  }

  CellStyle note() {
    CellStyle style = plain(font(10, false));
    style.setWrapText(true);
    return style;
  }

  CellStyle noteCell() {
    CellStyle style = bordered(font(10, false));
    style.setWrapText(true);
    return style;
  }

  CellStyle centred() {
    CellStyle style = noteCell();
    style.setAlignment(HorizontalAlignment.CENTER);
    return style;
  }

  CellStyle problem(boolean error) {
    CellStyle style = centred();
    medium.fill(style, error ? ERROR_FILL : WARNING_FILL);
    return style;
  }

  CellStyle link() {
    CellStyle style = centred();
    Font font = font(10, false);
    medium.colour(font, "0B57A4");
    font.setUnderline(Font.U_SINGLE);
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

  private CellStyle plain(Font font) {
    CellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private CellStyle bordered(Font font) {
    CellStyle style = plain(font);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    medium.lines(style, LINE);
    return style;
  }
}
