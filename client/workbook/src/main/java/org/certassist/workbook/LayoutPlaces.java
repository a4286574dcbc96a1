package org.certassist.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellReference;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Kind;
import org.certassist.core.workbook.PortalLayout;

/// Where a layout's fields stand, with columns counted from 0.
///
/// @param unit what is known of the unit without the file
record LayoutPlaces(
    PortalLayout layout, Kind kind, List<FieldColumn> columns, Map<String, CellValue> unit) {
  static LayoutPlaces of(PortalLayout layout, List<Kind> kinds) {
    Map<String, CellValue> unit = new HashMap<>();
    layout
        .unit()
        .ifPresent(known -> {
          unit.put("creditCode", new CellValue.Text(known.creditCode()));
          unit.put("name", new CellValue.Text(known.name()));
          unit.put("type", new CellValue.Text(known.type().word()));
        });
    return new LayoutPlaces(
        layout,
        kinds.stream().filter(each -> each.id().equals(layout.kind())).findFirst().orElseThrow(),
        layout.heads().stream().flatMap(head -> column(head).stream()).toList(),
        unit);
  }

  private static Optional<FieldColumn> column(PortalLayout.Head head) {
    return head.field().map(field -> new FieldColumn(field, number(head.column()), head.words()));
  }

  int width() {
    return width(layout);
  }

  static int width(PortalLayout layout) {
    int heads = layout.heads().stream().mapToInt(head -> number(head.column())).max().orElse(0);
    int unit = layout.unitCells().stream().mapToInt(cell -> number(cell.column())).max().orElse(0);
    return Math.max(heads, unit) + 1;
  }

  /// Takes what stands in a row above the data.
  void readUnit(Rows row, Map<String, CellValue> unit) {
    for (PortalLayout.UnitCell cell : layout.unitCells()) {
      if (cell.row() == row.row()) {
        unit.put(cell.field(), row.cell(number(cell.column())));
      }
    }
  }

  int unitRow() {
    return layout.unitCells().stream()
        .mapToInt(PortalLayout.UnitCell::row)
        .max()
        .orElse(layout.headRow());
  }

  /// The column letter of every field, unit fields as `unit.…`.
  Map<String, String> letters() {
    Map<String, String> letters = new HashMap<>();
    layout.unitCells().forEach(cell -> letters.put("unit." + cell.field(), cell.column()));
    layout
        .heads()
        .forEach(head -> head.field().ifPresent(field -> letters.put(field, head.column())));
    return letters;
  }

  private static int number(String letter) {
    return CellReference.convertColStringToIndex(letter);
  }
}
