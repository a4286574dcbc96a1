package org.certassist.desktop.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// The sheet's rows as the clerk typed them, cells with findings coloured, the one pointed at
/// framed and scrolled to.
final class SheetGrid extends TableView<DraftRow> {
  static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
  static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

  private static final int LONG = 12;
  private static final int FIRST_COLUMNS = 3;

  private final Marks marks;
  // Bound, so that a grid no longer shown is not held by what it pointed at.
  private final ObjectProperty<@Nullable Finding> pointedAt = new SimpleObjectProperty<>();
  private final Map<Integer, Integer> indexOfRow = new HashMap<>();
  private final Map<String, TableColumn<DraftRow, String>> columnOfField = new HashMap<>();

  SheetGrid(Draft draft, Marks marks, ObservableValue<@Nullable Finding> pointedAt, Words words) {
    super(FXCollections.observableArrayList(draft.rows()));
    this.marks = marks;
    setId("sheet");
    getStyleClass().addAll("sheet", "dense", "bordered");
    setAccessibleText(words.get("sheet.title"));
    getSelectionModel().setCellSelectionEnabled(true);
    for (int i = 0; i < draft.rows().size(); i++) {
      indexOfRow.put(draft.rows().get(i).row(), i);
    }
    getColumns().setAll(columns(draft, words));
    this.pointedAt.bind(pointedAt);
    this.pointedAt.subscribe(this::pointAt);
  }

  /// Scrolls to the cell of a finding and selects it; one on the unit's cells is shown elsewhere.
  private void pointAt(@Nullable Finding found) {
    Integer index = found == null ? null : indexOfRow.get(found.place().row());
    if (found == null || index == null) {
      getSelectionModel().clearSelection();
    } else {
      TableColumn<DraftRow, String> column =
          columnOfField.getOrDefault(found.field(), columnOfField.get(""));
      scrollTo(Math.max(0, index - 2));
      if (!found.field().isEmpty()) {
        showColumn(getColumns().indexOf(column));
      }
      getSelectionModel().clearAndSelect(index, column);
    }
    refresh();
  }

  /// The first columns are shown together with the row's number.
  private void showColumn(int index) {
    scrollToColumnIndex(index <= FIRST_COLUMNS ? 0 : index);
  }

  private List<TableColumn<DraftRow, String>> columns(Draft draft, Words words) {
    List<TableColumn<DraftRow, String>> columns = new ArrayList<>();
    columns.add(column("", words.get("findings.row"), 56));
    for (Column column : draft.kind().columns()) {
      String letter = draft.columns().getOrDefault(column.field(), "");
      columns.add(column(column.field(), letter + "  " + column.header(), width(column)));
    }
    return columns;
  }

  private static double width(Column column) {
    return switch (column.type()) {
      case ID -> 190;
      case ADDRESS -> 220;
      case DATE, PHONE -> 124;
      case TEXT, CODE, MONEY, MONTH -> Math.max(100, 40 + 15 * column.header().length());
    };
  }

  private TableColumn<DraftRow, String> column(String field, String title, double width) {
    TableColumn<DraftRow, String> column = new TableColumn<>(title);
    column.setUserData(field);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(line -> new ReadOnlyStringWrapper(shown(line.getValue(), field)));
    column.setCellFactory(_ -> new Cell(field));
    columnOfField.put(field, column);
    return column;
  }

  private static String shown(DraftRow row, String field) {
    return field.isEmpty() ? Integer.toString(row.row()) : CellWords.of(row.cell(field));
  }

  private final class Cell extends TableCell<DraftRow, String> {
    private final String field;

    Cell(String field) {
      this.field = field;
      if (field.isEmpty()) {
        getStyleClass().add("row-number");
      }
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      DraftRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
      Severity severity = null;
      boolean isPointedAt = false;
      setText(null);
      setTooltip(null);
      if (row != null) {
        setText(text);
        setTooltip(text != null && text.length() > LONG ? new Tooltip(text) : null);
        severity = marks.at(row.row(), field).orElse(null);
        Finding pointed = pointedAt.get();
        isPointedAt =
            pointed != null && pointed.place().row() == row.row() && pointed.field().equals(field);
      }
      pseudoClassStateChanged(WRONG, severity == Severity.ERROR);
      pseudoClassStateChanged(DOUBTFUL, severity == Severity.WARNING);
      pseudoClassStateChanged(POINTED, isPointedAt);
    }
  }
}
