package org.certassist.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.declaration.Kind;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

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

  /// At the cell's own right edge: POI first makes the note for the cell in which its box begins,
  /// and refuses that where the neighbour has a note already.
  @Override
  public void beginBeside(Cell cell, ClientAnchor box) {
    int column = cell.getColumnIndex();
    int width = (int) cell.getSheet().getColumnWidthInPixels(column);
    box.setCol1(column);
    box.setDx1(width * Units.EMU_PER_PIXEL);
  }

  @Override
  public void stamp(Kind kind) {
    ((TemplateBook) book).stamp(Stamp.of(kind));
    book.getProperties().getCoreProperties().setTitle(kind.title());
    book.getProperties().getCoreProperties().setCreator(MarkedCopy.AUTHOR);
  }

  @Override
  public void put(Cell cell, String text) {
    CTCell own = ((XSSFCell) cell).getCTCell();
    own.setT(STCellType.INLINE_STR);
    own.setIs(new XSSFRichTextString(text).getCTRst());
  }

  @Override
  public void write(TemplateRows rows, OutputStream out) throws IOException {
    XSSFSheet sheet = (XSSFSheet) rows.sheet();
    int last = Layout.FIRST_DATA_ROW + rows.count() - 2;
    sheet.setDimensionOverride(new CellRangeAddress(0, last, 0, rows.columns().size() - 1));
    SharedStringsTable texts = book.getSharedStringSource();
    RowsXml xml = new RowsXml(rows, texts.getUniqueCount());
    new PackageOut(book)
        .with(part(sheet), xml::appendRows)
        .with(part(texts), xml::appendTexts)
        .writeTo(out);
  }

  static String part(POIXMLDocumentPart part) {
    return part.getPackagePart().getPartName().getName();
  }

  private static XSSFColor color(String rgb) {
    int value = Integer.parseInt(rgb, 16);
    return new XSSFColor(
        new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value}, null);
  }
}
