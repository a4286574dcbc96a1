package org.certassist.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/// Gathers merged cells that reach below the headers: only the first of them holds a value.
final class MergedCells {
  private static final int MOST = 1_000;

  private final List<String> ranges = new ArrayList<>();

  /// @param reference such as `A4:A6`
  void add(String reference) throws Unusable {
    try {
      add(CellRangeAddress.valueOf(reference));
    } catch (IllegalArgumentException | IndexOutOfBoundsException notOne) {
      throw new Unusable("merged cells", notOne);
    }
  }

  void add(CellRangeAddress range) {
    if (range.getLastRow() >= Layout.FIRST_DATA_ROW - 1 && ranges.size() < MOST) {
      ranges.add(range.formatAsString());
    }
  }

  List<String> ranges() {
    return List.copyOf(ranges);
  }
}
