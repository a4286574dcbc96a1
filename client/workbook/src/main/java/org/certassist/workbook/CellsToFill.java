package org.certassist.workbook;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Unit;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates.Filling;
import org.certassist.core.workbook.WorkbookException;

/// The texts that go into a portal's template, by row from 1 and column from 0.
///
/// What the template holds is looked at first: a formula is left to it, the unit where it stands
/// there already too, and nothing else is overwritten.
record CellsToFill(NavigableMap<Integer, NavigableMap<Integer, String>> texts) {
  static CellsToFill of(PortalLayout layout, Filling filling) {
    CellsToFill cells = new CellsToFill(new TreeMap<>());
    for (PortalLayout.UnitCell cell : layout.unitCells()) {
      cells.put(cell.row(), number(cell.column()), unitText(filling.unit(), cell.field()));
    }
    for (int i = 0; i < filling.rows().size(); i++) {
      Map<String, String> values = filling.rows().get(i);
      for (PortalLayout.Head head : layout.heads()) {
        String value = head.field().map(field -> values.getOrDefault(field, "")).orElse("");
        cells.put(layout.firstRow() + i, number(head.column()), head.portals(value));
      }
    }
    return cells;
  }

  /// @throws WorkbookException [FileFault.LayoutFilled]
  CellsToFill besides(Rows rows, PortalLayout layout)
      throws IOException, WorkbookException, InterruptedException {
    Set<Integer> fields = new HashSet<>();
    layout.heads().stream()
        .filter(head -> head.field().isPresent())
        .forEach(head -> fields.add(number(head.column())));
    while (rows.nextRow()) {
      NavigableMap<Integer, String> wanted = texts.getOrDefault(rows.row(), new TreeMap<>());
      Set<Integer> columns = new HashSet<>(wanted.keySet());
      if (rows.row() >= layout.firstRow()) {
        columns.addAll(fields);
      }
      for (int column : columns) {
        if (isTaken(rows, column, wanted.getOrDefault(column, ""), layout)) {
          wanted.remove(column);
        }
      }
    }
    texts.values().removeIf(Map::isEmpty);
    return this;
  }

  private static boolean isTaken(Rows rows, int column, String wanted, PortalLayout layout)
      throws WorkbookException {
    return switch (rows.cell(column)) {
      case CellValue.Blank() -> false;
      case CellValue.Formula _ -> true;
      case CellValue.Text(String text)
          when rows.row() < layout.firstRow() && text.strip().equals(wanted) ->
          true;
      case CellValue _ ->
          throw new WorkbookException(
              new FileFault.LayoutFilled(
                  new CellPlace(layout.sheet(), rows.row(), Columns.letter(column)).toString()));
    };
  }

  private void put(int row, int column, String text) {
    if (!text.isEmpty()) {
      texts.computeIfAbsent(row, _ -> new TreeMap<>()).put(column, text);
    }
  }

  private static String unitText(Unit unit, String field) {
    return switch (field) {
      case "creditCode" -> unit.creditCode();
      case "name" -> unit.name();
      default -> unit.type().word();
    };
  }

  private static int number(String letter) {
    return CellReference.convertColStringToIndex(letter);
  }

  @Override
  public String toString() {
    return "CellsToFill[" + texts.size() + " rows]";
  }
}
