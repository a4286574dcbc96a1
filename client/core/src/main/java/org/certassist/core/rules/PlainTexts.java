package org.certassist.core.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;

/// A draft's cells as texts for a file of ours: as the check reads them, and where it cannot, as
/// they are shown.
///
/// @param unit empty where none of its cells is filled
/// @param rows values by field
/// @param wouldPass cells that are wrong but would look right as texts, such as a formula; with any
///   of them the file must not be written, for the mistake would be hidden in it
public record PlainTexts(
    Optional<Unit> unit, List<Map<String, String>> rows, List<CellPlace> wouldPass) {
  public PlainTexts {
    rows = List.copyOf(rows);
    wouldPass = List.copyOf(wouldPass);
  }

  public static PlainTexts of(Draft draft) {
    List<CellPlace> wouldPass = new ArrayList<>();
    Optional<Unit> unit = unit(draft, wouldPass);
    List<Map<String, String>> rows = new ArrayList<>(draft.rows().size());
    for (DraftRow row : draft.rows()) {
      Map<String, String> texts = new HashMap<>();
      for (Column column : draft.kind().columns()) {
        CellPlace place = draft.place(row.row(), column.field());
        text(column, row.cell(column.field()), place, wouldPass)
            .ifPresent(text -> texts.put(column.field(), text));
      }
      rows.add(texts);
    }
    return new PlainTexts(unit, rows, wouldPass);
  }

  private static Optional<String> text(
      Column column, CellValue cell, CellPlace place, List<CellPlace> wouldPass) {
    CellReader reader = new CellReader();
    return switch (reader.read(column, cell)) {
      case CellReading.Blank() -> Optional.empty();
      case CellReading.Value(String value) -> Optional.of(value);
      case CellReading.Unreadable _ -> {
        CellValue asText = new CellValue.Text(cell.shown());
        if (!(reader.read(column, asText) instanceof CellReading.Unreadable)) {
          wouldPass.add(place);
        }
        yield Optional.of(cell.shown());
      }
    };
  }

  private static Optional<Unit> unit(Draft draft, List<CellPlace> wouldPass) {
    String creditCode = unitCell("creditCode", draft, wouldPass);
    String name = unitCell("name", draft, wouldPass);
    String word = unitCell("type", draft, wouldPass);
    Optional<UnitType> type = word.isEmpty() ? Optional.of(UnitType.ORDINARY) : UnitType.of(word);
    if (type.isEmpty()) {
      wouldPass.add(draft.place(draft.unitRow(), "unit.type"));
    }
    return creditCode.isEmpty() && name.isEmpty() && word.isEmpty()
        ? Optional.empty()
        : type.map(known -> new Unit(creditCode, name, known));
  }

  private static String unitCell(String cell, Draft draft, List<CellPlace> wouldPass) {
    String field = "unit." + cell;
    Column column = new Column("", field, ColumnType.TEXT, Requirement.OPTIONAL, List.of(), "");
    CellValue value = draft.unit().getOrDefault(cell, new CellValue.Blank());
    return text(column, value, draft.place(draft.unitRow(), field), wouldPass).orElse("");
  }

  @Override
  public String toString() {
    return "PlainTexts[" + rows.size() + " rows]";
  }
}
