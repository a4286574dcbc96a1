package org.certassist.desktop.check;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// The unit's three cells above the sheet's rows, coloured and framed like the cells of the grid.
final class UnitCells extends HBox {
  private static final List<String> CELLS = List.of("creditCode", "name", "type");

  private final ObjectProperty<@Nullable Finding> pointedAt = new SimpleObjectProperty<>();

  UnitCells(Draft draft, Marks marks, ObservableValue<@Nullable Finding> pointedAt, Words words) {
    setId("unit-cells");
    getStyleClass().add("unit-cells");
    for (String cell : CELLS) {
      String field = "unit." + cell;
      String typed = CellWords.of(draft.unit().getOrDefault(cell, new CellValue.Blank()));
      Label value = Make.label(typed.isEmpty() ? words.get("unit.empty") : typed, "unit-cell");
      Label name = Make.label(words.get(field), "unit-name");
      if (getChildren().isEmpty()) {
        name.getStyleClass().add("first");
      }
      name.setLabelFor(value);
      Severity severity = marks.at(draft.unitRow(), field).orElse(null);
      value.pseudoClassStateChanged(SheetGrid.WRONG, severity == Severity.ERROR);
      value.pseudoClassStateChanged(SheetGrid.DOUBTFUL, severity == Severity.WARNING);
      this.pointedAt.subscribe(found ->
          value.pseudoClassStateChanged(
              SheetGrid.POINTED, found != null && found.field().equals(field)));
      getChildren().addAll(name, value);
    }
    this.pointedAt.bind(pointedAt);
  }
}
