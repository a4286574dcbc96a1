package org.certassist.workbook;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.declaration.CellValue;

/// A sheet of an .xlsx file read row by row, in order; nothing of earlier rows is kept.
final class SheetReader implements Rows {
  private static final int LAST_ROW = 1_048_576;
  private static final CellValue BLANK = new CellValue.Blank();

  private final XmlPart part;
  private final CellDecoder decoder;
  private final Caps caps;
  private final int columns;
  private final Map<Integer, String> sharedFormulas = new HashMap<>();
  private final CellValue[] cells;
  private final MergedCells merged = new MergedCells();
  private long characters;
  private int row;
  private boolean hidden;
  private boolean blank = true;

  /// @param columns how many columns, from A, are of interest
  SheetReader(XmlPart part, CellDecoder decoder, int columns, Caps caps) {
    this.part = part;
    this.decoder = decoder;
    this.columns = columns;
    this.caps = caps;
    this.cells = new CellValue[columns];
    Arrays.fill(cells, BLANK);
  }

  @Override
  public boolean nextRow() throws IOException, InterruptedException {
    while (part.next()) {
      if (part.starts("row")) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        readRow();
        return true;
      }
      if (part.starts("mergeCell")) {
        merged.add(part.attribute("ref", ""));
      }
    }
    return false;
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public CellValue cell(int column) {
    return column < columns ? cells[column] : BLANK;
  }

  @Override
  public boolean isBlank() {
    return blank;
  }

  @Override
  public boolean isHidden() {
    return hidden;
  }

  @Override
  public List<String> merged(int firstRow) {
    return merged.reaching(firstRow);
  }

  @Override
  public void close() throws IOException {
    part.close();
  }

  private void readRow() throws IOException {
    int number = part.number("r", row + 1);
    if (number <= row || number > LAST_ROW) {
      throw new Unusable("row out of order");
    }
    row = number;
    hidden = part.flag("hidden");
    Arrays.fill(cells, BLANK);
    blank = true;
    int last = -1;
    while (part.next() && !part.ends("row")) {
      if (part.starts("c")) {
        last = readCell(last);
      }
    }
  }

  /// @param last the column of the cell before; spreadsheets write them in order, each once
  private int readCell(int last) throws IOException {
    String reference = part.attribute("r", "");
    int column = reference.isEmpty() ? last + 1 : Columns.of(reference, row);
    if (column <= last) {
      throw new Unusable("cell out of order");
    }
    if (column >= Caps.COLUMNS) {
      throw new CapReached("columns", Caps.COLUMNS);
    }
    String type = part.attribute("t", "");
    int style = part.number("s", 0);
    String value = "";
    String formula = null;
    while (part.next() && !part.ends("c")) {
      if (part.starts("v")) {
        value = part.text();
      } else if (part.starts("f")) {
        formula = readFormula();
      } else if (part.starts("is")) {
        value = SharedTexts.richText(part, "is");
      }
    }
    if (column < columns) {
      CellValue found =
          formula == null
              ? decoder.decode(type, style, type.equals("str") ? Escapes.decode(value) : value)
              : new CellValue.Formula(formula);
      keep(column, found, type.equals("s") ? 0 : value.length());
    }
    return column;
  }

  private void keep(int column, CellValue found, int length) throws CapReached {
    if (found instanceof CellValue.Blank) {
      return;
    }
    characters += length;
    if (characters > caps.texts()) {
      throw new CapReached("texts", caps.texts());
    }
    cells[column] = found;
    blank = false;
  }

  /// A formula that is shared by several cells is written out in the first of them only.
  private String readFormula() throws IOException {
    boolean shared = part.attribute("t", "").equals("shared");
    int index = part.number("si", 0);
    String text = part.text();
    if (!shared) {
      return text;
    }
    if (!text.isEmpty()) {
      sharedFormulas.put(index, text);
    }
    return sharedFormulas.getOrDefault(index, "");
  }
}
