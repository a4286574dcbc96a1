package org.certassist.workbook;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// A text on its way to a CSV parser, which stops where one record becomes wider or longer than any
/// spreadsheet's row: the parser gathers a record whole before anybody can look at it.
///
/// It is generous, since the parser reads ahead and a separator inside quotation marks is none: who
/// takes the records still has to count their columns.
final class RecordBounds extends FilterReader {
  private static final int MOST_SEPARATORS = 1 << 20;
  private static final int MOST_CHARACTERS = 1 << 23;

  private final char separator;
  private final int columns;
  private int separators;
  private int characters;

  RecordBounds(Reader text, char separator, int columns) {
    super(text);
    this.separator = separator;
    this.columns = columns;
  }

  void recordTaken() {
    separators = 0;
    characters = 0;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int from, int most) throws IOException {
    int got = super.read(into, from, most);
    for (int i = from; i < from + got; i++) {
      if (into[i] == separator && ++separators > MOST_SEPARATORS) {
        throw new CapReached("columns", columns);
      }
    }
    characters += Math.max(0, got);
    if (characters > MOST_CHARACTERS) {
      throw new CapReached("texts", Caps.CELL_TEXT);
    }
    return got;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
