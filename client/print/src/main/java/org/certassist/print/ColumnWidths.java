package org.certassist.print;

import java.util.Arrays;
import java.util.List;

/// Fits the columns of a table to a page: the largest letters with which numbers and dates stay on
/// one line, and the rest of the width to those with the longest texts.
///
/// @param size of the letters
record ColumnWidths(float size, float[] widths) {
  static final float PADDING = 2.5f;
  private static final float LARGEST = 9.5f;
  private static final float SMALLEST = 5.5f;
  private static final float STEP = 0.5f;

  /// So much of the width is left to texts that may be broken.
  private static final float SPARE = 0.22f;

  /// Letters a column of broken text has at least, and at most asks for.
  private static final float FEW = 3.1f;

  private static final float MANY = 24;

  /// Letters of a header that stand side by side at least.
  private static final float HEADER = 2.1f;

  /// One column's texts.
  ///
  /// @param whole whether its cells stay on one line
  record Column(String header, List<String> cells, boolean whole) {}

  static ColumnWidths of(List<Column> columns, Typeface face, float width) {
    float[] least = new float[columns.size()];
    float[] wanted = new float[columns.size()];
    for (int index = 0; index < columns.size(); index++) {
      Column column = columns.get(index);
      float widest = 0;
      for (String cell : column.cells()) {
        widest = Math.max(widest, face.width(cell, 1));
      }
      float all = Math.max(HEADER, column.whole() ? widest : Math.min(widest, FEW));
      least[index] = all;
      wanted[index] = Math.max(least[index], Math.min(widest, MANY));
    }
    float padding = 2 * PADDING * columns.size();
    float size = LARGEST;
    while (size > SMALLEST && sum(least) * size + padding > width * (1 - SPARE)) {
      size -= STEP;
    }
    return new ColumnWidths(size, shared(least, wanted, size, width - padding));
  }

  /// What is left over goes to those that want more; what nobody wants, to all. Where not even the
  /// least has room, all are cut and every text may be broken.
  private static float[] shared(float[] least, float[] wanted, float size, float room) {
    float[] widths = new float[least.length];
    float cut = Math.min(1, room / (sum(least) * size));
    float left = room - sum(least) * size;
    float missing = (sum(wanted) - sum(least)) * size;
    float part = missing <= 0 ? 0 : Math.min(1, Math.max(0, left) / missing);
    float spare = Math.max(0, left - Math.max(0, missing)) / least.length;
    for (int index = 0; index < least.length; index++) {
      float more = (wanted[index] - least[index]) * size * part;
      widths[index] = least[index] * size * cut + more + spare + 2 * PADDING;
    }
    return widths;
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  @Override
  public String toString() {
    return size + " " + Arrays.toString(widths);
  }
}
