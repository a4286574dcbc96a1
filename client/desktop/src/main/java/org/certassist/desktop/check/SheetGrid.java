package org.certassist.desktop.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.draft.EditedDraft;
import org.certassist.core.draft.EditedDraft.At;
import org.certassist.core.rules.Finding;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// The sheet's rows, to be edited like a spreadsheet's: cells with findings coloured, the one
/// pointed at framed and scrolled to. It follows the draft row by row and is never made anew.
final class SheetGrid extends TableView<DraftRow> {
  private static final int FIRST_COLUMNS = 3;

  /// Beyond so many changed rows all of them are set at once.
  private static final int FEW_ROWS = 100;

  private final SheetInHand sheet;
  // Bound, so that a grid no longer shown is not held by what it shows.
  private final ObjectProperty<EditedDraft> edited = new SimpleObjectProperty<>();
  private final ObjectProperty<List<Finding>> findings = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Finding> pointedAt = new SimpleObjectProperty<>();
  private final ObjectProperty<Marks> marks = new SimpleObjectProperty<>(new Marks(List.of()));
  private final Map<String, TableColumn<DraftRow, String>> columnOfField = new HashMap<>();
  private String typed = "";

  SheetGrid(SheetInHand sheet, ObservableValue<@Nullable Finding> pointedAt, Words words) {
    this.sheet = sheet;
    setId("sheet");
    getStyleClass().addAll("sheet", "dense", "bordered");
    setAccessibleText(words.get("sheet.title"));
    setEditable(true);
    getSelectionModel().setCellSelectionEnabled(true);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    edited.bind(sheet.edited());
    findings.bind(sheet.findings());
    findings.subscribe(now -> marks.set(new Marks(now)));
    getColumns().setAll(columns(edited.get().shown(), words));
    edited.subscribe(now -> follow(now.rows()));
    getSelectionModel().select(0, getColumns().get(1));
    this.pointedAt.bind(pointedAt);
    this.pointedAt.subscribe(this::pointAt);
    GridKeys.of(this, sheet);
  }

  ObservableValue<Marks> marks() {
    return marks;
  }

  ObservableValue<@Nullable Finding> pointedAt() {
    return pointedAt;
  }

  void put(int row, String field, String text) {
    if (row < edited.get().rows().size()) {
      sheet.put(List.of(new At(row, field)), text);
    }
  }

  /// Begins to edit the cell that has the keyboard.
  ///
  /// @param text with what it begins; empty leaves the cell's own text
  void edit(String text) {
    var cell = getFocusModel().getFocusedCell();
    if (cell.getRow() >= 0 && cell.getColumn() > 0) {
      typed = text;
      edit(cell.getRow(), getColumns().get(cell.getColumn()));
      typed = "";
    }
  }

  /// What an editor begins with, once.
  String takeTyped() {
    String text = typed;
    typed = "";
    return text;
  }

  /// After a cell was edited.
  void goOn(int row, String field, CellEditor.End how) {
    int column = getColumns().indexOf(columnOfField.get(field));
    switch (how) {
      case DOWN -> select(row + 1, column);
      case RIGHT -> select(row, column + 1);
      case LEFT -> select(row, column - 1);
      case HERE, GIVEN_UP -> select(row, column);
      case LEFT_ALONE -> {}
    }
  }

  private void select(int row, int column) {
    int reached = Math.clamp(row, 0, getItems().size() - 1);
    int side = Math.clamp(column, 1, getColumns().size() - 1);
    requestFocus();
    getSelectionModel().clearAndSelect(reached, getColumns().get(side));
    scrollTo(Math.max(0, reached - 2));
    scrollToColumnIndex(side);
  }

  /// The selected cells that can be edited, row by row from the left.
  List<At> selected() {
    return places().stream().map(cell -> new At(cell.row(), field(cell.column()))).toList();
  }

  /// The columns of the selected cells, from the left.
  List<String> selectedFields() {
    return places().stream().map(Cell::column).distinct().sorted().map(this::field).toList();
  }

  private record Cell(int row, int column) {}

  private List<Cell> places() {
    return getSelectionModel().getSelectedCells().stream()
        .map(cell -> new Cell(cell.getRow(), cell.getColumn()))
        .filter(cell -> cell.column() > 0 && cell.row() >= 0)
        .sorted(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column))
        .toList();
  }

  private String field(int column) {
    return String.valueOf(getColumns().get(column).getUserData());
  }

  /// Changes only what became another row, so that selection and place on the screen stay.
  private void follow(List<DraftRow> rows) {
    List<Integer> others = new ArrayList<>();
    int both = Math.min(rows.size(), getItems().size());
    for (int i = 0; i < both; i++) {
      if (!getItems().get(i).equals(rows.get(i))) {
        others.add(i);
      }
    }
    var at = getFocusModel().getFocusedCell();
    if (others.size() > FEW_ROWS) {
      getItems().setAll(rows);
    } else {
      others.forEach(i -> getItems().set(i, rows.get(i)));
      if (getItems().size() > rows.size()) {
        getItems().remove(rows.size(), getItems().size());
      } else {
        getItems().addAll(rows.subList(both, rows.size()));
      }
    }
    if (at.getRow() >= 0 && at.getColumn() >= 0 && getSelectionModel().isEmpty()) {
      int row = Math.min(at.getRow(), rows.size() - 1);
      getSelectionModel().select(row, getColumns().get(at.getColumn()));
    }
  }

  /// Scrolls to the cell of a finding and selects it; one on the unit's cells is shown elsewhere.
  private void pointAt(@Nullable Finding found) {
    int index = found == null ? -1 : indexOf(found.place().row());
    if (found != null && index < 0) {
      getSelectionModel().clearSelection();
    } else if (found != null) {
      TableColumn<DraftRow, String> column =
          columnOfField.getOrDefault(found.field(), columnOfField.get(""));
      scrollTo(Math.max(0, index - 2));
      if (!found.field().isEmpty()) {
        showColumn(getColumns().indexOf(column));
      }
      getSelectionModel().clearAndSelect(index, column);
    }
  }

  private int indexOf(int row) {
    List<Integer> numbers = edited.get().rows().stream().map(DraftRow::row).toList();
    return Collections.binarySearch(numbers, row);
  }

  /// The first columns are shown together with the row's number.
  private void showColumn(int index) {
    scrollToColumnIndex(index <= FIRST_COLUMNS ? 0 : index);
  }

  private List<TableColumn<DraftRow, String>> columns(Draft draft, Words words) {
    List<TableColumn<DraftRow, String>> columns = new ArrayList<>();
    columns.add(column("", words.get("findings.row"), 56, List.of()));
    for (Column column : draft.kind().columns()) {
      String letter = draft.columns().getOrDefault(column.field(), "");
      columns.add(
          column(column.field(), letter + "  " + column.header(), width(column), column.choices()));
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

  private TableColumn<DraftRow, String> column(
      String field, String title, double width, List<String> choices) {
    TableColumn<DraftRow, String> column = new TableColumn<>(title);
    column.setUserData(field);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setEditable(!field.isEmpty());
    column.setCellValueFactory(line -> new ReadOnlyStringWrapper(shown(line.getValue(), field)));
    column.setCellFactory(_ -> new GridCell(this, field, choices));
    columnOfField.put(field, column);
    return column;
  }

  private static String shown(DraftRow row, String field) {
    return field.isEmpty() ? Integer.toString(row.row()) : row.cell(field).shown();
  }
}
