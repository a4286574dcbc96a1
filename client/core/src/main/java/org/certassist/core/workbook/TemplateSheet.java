package org.certassist.core.workbook;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.certassist.core.declaration.CellPlace;

/// One sheet of a portal's template as far as a layout can be learnt from it.
///
/// @param texts what its cells show, by row from 1 and column from 0; blank cells are absent
/// @param lists the words that a column's cells may be chosen from, by column
public record TemplateSheet(
    String name,
    NavigableMap<Integer, NavigableMap<Integer, String>> texts,
    List<Merged> merged,
    Map<Integer, List<String>> lists) {
  public TemplateSheet {
    texts = new TreeMap<>(texts);
    merged = List.copyOf(merged);
    lists = Map.copyOf(lists);
  }

  /// Merged cells; rows from 1, columns from 0, all of them inside.
  public record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    boolean holds(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
  }

  String text(int row, int column) {
    NavigableMap<Integer, String> cells = texts.get(row);
    return cells == null ? "" : cells.getOrDefault(column, "");
  }

  /// The row in which the text stands that a cell shows: of cells merged downwards, the first.
  int rowOfText(int row, int column) {
    return merged.stream()
        .filter(each -> each.holds(row, column) && each.firstColumn() == column)
        .mapToInt(Merged::firstRow)
        .findFirst()
        .orElse(row);
  }

  /// The column behind the last that holds a text in a row, or in a cell merged down to it.
  int width(int row) {
    NavigableMap<Integer, String> cells = texts.get(row);
    int own = cells == null || cells.isEmpty() ? 0 : cells.lastKey() + 1;
    return Math.max(
        own,
        merged.stream()
            .filter(each -> row >= each.firstRow() && row <= each.lastRow())
            .filter(each -> each.firstRow() < each.lastRow())
            .mapToInt(each -> each.firstColumn() + 1)
            .max()
            .orElse(0));
  }

  CellPlace place(int row, int column) {
    return new CellPlace(name, row, ColumnLetters.of(column));
  }

  @Override
  public String toString() {
    return "TemplateSheet[" + name + "]";
  }
}
