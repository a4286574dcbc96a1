package org.certassist.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/// Gathers merged cells: only the first of them holds a value.
final class MergedCells {
  private static final int MOST = 1_000;

  private final List<CellRangeAddress> ranges = new ArrayList<>();

  /// @param reference such as `A4:A6`
  void add(String reference) throws Unusable {
    try {
      add(CellRangeAddress.valueOf(reference));
    } catch (IllegalArgumentException | IndexOutOfBoundsException notOne) {
      throw new Unusable("merged cells", notOne);
    }
  }

  void add(CellRangeAddress range) {
    if (ranges.size() < MOST) {
      ranges.add(range);
    }
  }

  /// Those that reach to a row, counted from 1, or below it.
  List<String> reaching(int row) {
    return ranges.stream()
        .filter(range -> range.getLastRow() >= row - 1)
        .map(CellRangeAddress::formatAsString)
        .toList();
  }
}
