package org.certassist.workbook;

import java.util.List;
import org.certassist.core.declaration.Column;

/// How wide columns are, in characters; a Chinese one counts two.
final class Widths {
  /// The unit's labels and cells stand in the first six columns, whatever these hold below.
  private static final List<Integer> UNIT_CELLS = List.of(18, 22, 12, 20, 12, 15);

  private static final int WIDEST_CODE = 16;

  private Widths() {}

  static int of(Column column, int index) {
    int own = own(column);
    return index < UNIT_CELLS.size() ? Math.max(own, UNIT_CELLS.get(index)) : own;
  }

  private static int own(Column column) {
    return switch (column.type()) {
      case ID -> 22;
      case DATE -> 13;
      case MONTH, MONEY -> 12;
      case PHONE -> 15;
      case ADDRESS -> 26;
      case CODE -> Math.min(WIDEST_CODE, Math.max(10, longest(column.choices()) + 4));
      // A header may take two lines.
      case TEXT ->
          Math.max(column.field().endsWith("Name") ? 20 : 12, ofText(column.header()) / 2 + 4);
    };
  }

  private static int longest(List<String> texts) {
    return texts.stream().mapToInt(Widths::ofText).max().orElse(0);
  }

  static int ofText(String text) {
    return text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
  }
}
