package org.certassist.desktop.check;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.draft.EditedDraft;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// The unit's three cells above the sheet's rows, edited, coloured and framed like the cells of the
/// grid.
final class UnitCells extends HBox {
  private static final List<String> CELLS = List.of("creditCode", "name", "type");
  private static final List<String> TYPES =
      Arrays.stream(UnitType.values()).map(UnitType::word).toList();

  private final SheetInHand sheet;
  // Bound, so that cells no longer shown are not held by what they show.
  private final ObjectProperty<@Nullable Finding> pointedAt = new SimpleObjectProperty<>();
  private final ObjectProperty<EditedDraft> edited = new SimpleObjectProperty<>();
  private final ObjectProperty<List<Finding>> findings = new SimpleObjectProperty<>();

  UnitCells(SheetInHand sheet, ObservableValue<@Nullable Finding> pointedAt, Words words) {
    this.sheet = sheet;
    setId("unit-cells");
    getStyleClass().add("unit-cells");
    edited.bind(sheet.edited());
    findings.bind(sheet.findings());
    this.pointedAt.bind(pointedAt);
    CELLS.forEach(cell -> add(cell, words));
  }

  private void add(String cell, Words words) {
    String field = "unit." + cell;
    FieldEditor editor =
        new FieldEditor(cell.equals("type") ? TYPES : List.of(), text -> sheet.putUnit(cell, text));
    Region node = editor.node();
    node.setId("unit-" + cell);
    node.getStyleClass().add("unit-cell");
    node.setPrefWidth(
        switch (cell) {
          case "creditCode" -> 172;
          case "type" -> 128;
          default -> 120;
        });
    if (cell.equals("name")) {
      HBox.setHgrow(node, Priority.ALWAYS);
      node.setMaxWidth(360);
    }
    Label name = Make.label(words.get(field + ".short"), "unit-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    if (getChildren().isEmpty()) {
      name.getStyleClass().add("first");
    }
    name.setLabelFor(node);
    edited.subscribe(
        now -> editor.show(now.shown().unit().getOrDefault(cell, new CellValue.Blank()).shown()));
    findings.subscribe(now -> {
      Severity severity = new Marks(now).at(edited.get().shown().unitRow(), field).orElse(null);
      node.pseudoClassStateChanged(GridCell.WRONG, severity == Severity.ERROR);
      node.pseudoClassStateChanged(GridCell.DOUBTFUL, severity == Severity.WARNING);
    });
    pointedAt.subscribe(found ->
        node.pseudoClassStateChanged(
            GridCell.POINTED, found != null && found.field().equals(field)));
    getChildren().addAll(name, node);
  }
}
