package org.certassist.workbook;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.usermodel.HSSFPalette;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hssf.util.HSSFColor;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Name;
import org.certassist.core.declaration.Kind;

/// A workbook as .xls, which has 56 colours for everything in it.
final class XlsMedium implements Medium {
  private static final short LAST_COLOUR = 0x3F;

  private final HSSFWorkbook book;
  private final boolean ours;
  private short free = LAST_COLOUR;

  private XlsMedium(HSSFWorkbook book, boolean ours) {
    this.book = book;
    this.ours = ours;
  }

  /// A new workbook, whose colours are ours to choose.
  static XlsMedium fresh() {
    return new XlsMedium(new HSSFWorkbook(), true);
  }

  /// A clerk's workbook: her colours stay, and the nearest of them are used.
  static XlsMedium of(HSSFWorkbook hers) {
    return new XlsMedium(hers, false);
  }

  @Override
  public HSSFWorkbook book() {
    return book;
  }

  @Override
  public void fill(CellStyle style, String rgb) {
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setFillForegroundColor(colour(rgb));
  }

  @Override
  public void lines(CellStyle style, String rgb) {
    short colour = colour(rgb);
    style.setTopBorderColor(colour);
    style.setBottomBorderColor(colour);
    style.setLeftBorderColor(colour);
    style.setRightBorderColor(colour);
  }

  @Override
  public void colour(Font font, String rgb) {
    font.setColor(colour(rgb));
  }

  @Override
  public void showArrow(DataValidation list) {
    list.setSuppressDropDownArrow(false);
  }

  @Override
  public void beginBeside(Cell cell, ClientAnchor box) {
    box.setCol1(cell.getColumnIndex() + 1);
  }

  @Override
  public void stamp(Kind kind) {
    String text = Stamp.of(kind).text();
    Name name = book.createName();
    name.setNameName(Stamp.NAME);
    name.setRefersToFormula("\"" + text + "\"");
    NameRecord record =
        book.getInternalWorkbook().getNameRecord(book.getInternalWorkbook().getNumNames() - 1);
    record.setHidden(true);
    book.createInformationProperties();
    book.getSummaryInformation().setTitle(kind.title());
    book.getSummaryInformation().setAuthor(MarkedCopy.AUTHOR);
    CustomProperties own = new CustomProperties();
    own.put(Stamp.NAME, text);
    book.getDocumentSummaryInformation().setCustomProperties(own);
  }

  @Override
  public void put(Cell cell, String text) {
    cell.setCellValue(text);
  }

  @Override
  public void write(TemplateRows rows, OutputStream out) throws IOException {
    rows.create();
    book.write(out);
  }

  private short colour(String rgb) {
    int value = Integer.parseInt(rgb, 16);
    byte red = (byte) (value >> 16);
    byte green = (byte) (value >> 8);
    byte blue = (byte) value;
    HSSFPalette palette = book.getCustomPalette();
    HSSFColor exact = palette.findColor(red, green, blue);
    if (exact != null) {
      return exact.getIndex();
    }
    if (!ours) {
      return palette.findSimilarColor(red, green, blue).getIndex();
    }
    palette.setColorAtIndex(free, red, green, blue);
    return free--;
  }
}
