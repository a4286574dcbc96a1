package org.certassist.workbook;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;

/// Some cells of a sheet and the number of the style each has; rows count from 1, columns from 0.
final class CellStyles {
  /// A cell that the sheet does not have yet.
  static final int ABSENT = -1;

  private final NavigableMap<Integer, NavigableMap<Integer, Integer>> styles = new TreeMap<>();

  interface Each {
    void take(int row, int column, int style);
  }

  void put(int row, int column, int style) {
    styles.computeIfAbsent(row, _ -> new TreeMap<>()).put(column, style);
  }

  boolean contains(int row, int column) {
    return row(row).containsKey(column);
  }

  Set<Integer> rows() {
    return Collections.unmodifiableSet(styles.keySet());
  }

  /// Those rows from `first` on that stand before `end`.
  NavigableSet<Integer> rowsBetween(int first, int end) {
    return styles.subMap(first, true, Math.max(first, end), false).navigableKeySet();
  }

  NavigableMap<Integer, Integer> row(int row) {
    NavigableMap<Integer, Integer> cells = styles.get(row);
    return cells == null ? Collections.emptyNavigableMap() : cells;
  }

  void forEach(Each each) {
    styles.forEach((row, cells) -> cells.forEach((column, style) -> each.take(row, column, style)));
  }
}
