package org.certassist.core.declaration;

import java.util.List;
import java.util.Map;

/// A read workbook, not yet checked: the unit's cells and the rows, each where it stands in the
/// file.
///
/// @param sheet the data sheet's name
/// @param unit cells by `creditCode`, `name`, `type`
/// @param columns the column letter of each field; unit fields are named `unit.creditCode`,
///   `unit.name`, `unit.type`
/// @param unitRow the row in which the unit's cells stand
/// @param notes how the file was read, where she should know
public record Draft(
    Kind kind,
    String sheet,
    Map<String, CellValue> unit,
    int unitRow,
    Map<String, String> columns,
    List<DraftRow> rows,
    List<ReadingNote> notes) {
  public Draft {
    unit = Map.copyOf(unit);
    columns = Map.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /// A draft without notes.
  public Draft(
      Kind kind,
      String sheet,
      Map<String, CellValue> unit,
      int unitRow,
      Map<String, String> columns,
      List<DraftRow> rows) {
    this(kind, sheet, unit, unitRow, columns, rows, List.of());
  }

  /// The place of a row's field in the file.
  public CellPlace place(int row, String field) {
    return new CellPlace(sheet, row, columns.getOrDefault(field, "A"));
  }

  @Override
  public String toString() {
    return "Draft[" + kind.id() + ", " + rows.size() + " rows]";
  }
}
