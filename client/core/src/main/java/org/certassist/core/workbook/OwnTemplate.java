package org.certassist.core.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;

/// Our own template of a kind, empty and without a file.
public final class OwnTemplate {
  private static final int UNIT_ROW = 2;
  private static final Map<String, String> UNIT_CELLS =
      Map.of("unit.creditCode", "B", "unit.name", "D", "unit.type", "F");

  private OwnTemplate() {}

  /// A sheet in which nothing is filled in yet.
  public static Draft blank(Kind kind) {
    return new Draft(
        kind, Workbooks.DATA_SHEET, Map.of(), UNIT_ROW, columns(kind), List.of(), List.of());
  }

  /// Whether a draft came from a template of ours, in whatever form of file; a portal's own has its
  /// fields in other places.
  public static boolean isOf(Draft draft) {
    return draft.unitRow() == UNIT_ROW && draft.columns().equals(columns(draft.kind()));
  }

  private static Map<String, String> columns(Kind kind) {
    Map<String, String> columns = new HashMap<>(UNIT_CELLS);
    for (int i = 0; i < kind.columns().size(); i++) {
      columns.put(kind.columns().get(i).field(), ColumnLetters.of(i));
    }
    return columns;
  }
}
