package org.certassist.desktop.check;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.jspecify.annotations.Nullable;

/// A cell of the grid, tinted by its findings and edited in its place.
///
/// What was typed is taken over however editing ends, but for Escape: a click elsewhere must not
/// cost her a cell.
final class GridCell extends TableCell<DraftRow, String> {
  static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
  static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
  private static final int LONG = 12;

  private final SheetGrid grid;
  private final String field;
  private final List<String> choices;
  private @Nullable CellEditor editor;
  private int editedRow;

  GridCell(SheetGrid grid, String field, List<String> choices) {
    this.grid = grid;
    this.field = field;
    this.choices = choices;
    if (field.isEmpty()) {
      getStyleClass().add("row-number");
    }
    grid.marks().subscribe(_ -> tint());
    grid.pointedAt().subscribe(_ -> tint());
  }

  @Override
  public void startEdit() {
    super.startEdit();
    if (isEditing()) {
      editedRow = getIndex();
      CellEditor begun = new CellEditor(getItem() == null ? "" : getItem(), choices, this::ended);
      editor = begun;
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      pseudoClassStateChanged(EDITED, true);
      setGraphic(begun);
      begun.begin(grid.takeTyped());
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    CellEditor given = putAway();
    if (given != null && given.isChanged()) {
      grid.put(editedRow, field, given.getText());
    }
  }

  private void ended(CellEditor.End how) {
    if (editor == null) {
      return;
    }
    if (how == CellEditor.End.GIVEN_UP) {
      putAway();
    }
    cancelEdit();
    grid.goOn(editedRow, field, how);
  }

  private @Nullable CellEditor putAway() {
    CellEditor given = editor;
    editor = null;
    if (given != null) {
      given.putAway();
    }
    pseudoClassStateChanged(EDITED, false);
    setGraphic(null);
    setContentDisplay(ContentDisplay.TEXT_ONLY);
    return given;
  }

  @Override
  protected void updateItem(@Nullable String text, boolean empty) {
    super.updateItem(text, empty);
    String shown = empty ? null : text;
    setText(shown);
    setTooltip(shown != null && shown.length() > LONG ? new Tooltip(shown) : null);
    tint();
  }

  private void tint() {
    DraftRow row = isEmpty() || getTableRow() == null ? null : getTableRow().getItem();
    Severity severity = null;
    boolean isPointedAt = false;
    if (row != null) {
      severity = grid.marks().getValue().at(row.row(), field).orElse(null);
      Finding pointed = grid.pointedAt().getValue();
      isPointedAt =
          pointed != null && pointed.place().row() == row.row() && pointed.field().equals(field);
    }
    pseudoClassStateChanged(WRONG, severity == Severity.ERROR);
    pseudoClassStateChanged(DOUBTFUL, severity == Severity.WARNING);
    pseudoClassStateChanged(POINTED, isPointedAt);
  }
}
