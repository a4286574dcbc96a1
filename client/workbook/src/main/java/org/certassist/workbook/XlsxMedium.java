package org.certassist.workbook;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.declaration.Kind;

/// A workbook as .xlsx or .xlsm.
record XlsxMedium(XSSFWorkbook book) implements Medium {
  static XlsxMedium fresh() {
    return new XlsxMedium(new TemplateBook());
  }

  @Override
  public void fill(CellStyle style, String rgb) {
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(color(rgb));
  }

  @Override
  public void lines(CellStyle style, String rgb) {
    XSSFCellStyle own = (XSSFCellStyle) style;
    own.setTopBorderColor(color(rgb));
    own.setBottomBorderColor(color(rgb));
    own.setLeftBorderColor(color(rgb));
    own.setRightBorderColor(color(rgb));
  }

  @Override
  public void colour(Font font, String rgb) {
    ((XSSFFont) font).setColor(color(rgb));
  }

  /// POI's word for it means the opposite here.
  @Override
  public void showArrow(DataValidation list) {
    list.setSuppressDropDownArrow(true);
  }

  @Override
  public void stamp(Kind kind) {
    ((TemplateBook) book).stamp(Stamp.of(kind));
    book.getProperties().getCoreProperties().setTitle(kind.title());
    book.getProperties().getCoreProperties().setCreator(MarkedCopy.AUTHOR);
  }

  private static XSSFColor color(String rgb) {
    int value = Integer.parseInt(rgb, 16);
    return new XSSFColor(
        new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value}, null);
  }
}
