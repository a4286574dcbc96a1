package org.certassist.desktop.check;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.certassist.core.declaration.Draft;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.desktop.fx.Columns;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// The rules' findings, one a line; choosing one points at its cell.
final class FindingsTable extends TableView<Finding> {
  private final Words words;
  private final Draft draft;

  FindingsTable(
      List<Finding> findings,
      Draft draft,
      ObjectProperty<@Nullable Finding> pointedAt,
      Words words) {
    super(FXCollections.observableArrayList(findings));
    this.words = words;
    this.draft = draft;
    setId("findings");
    getStyleClass().addAll("findings", "dense");
    setAccessibleText(words.get("findings.title"));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    getColumns()
        .setAll(
            List.of(
                severity(),
                Columns.number(words.get("findings.row"), 64, found -> found.place().row()),
                Columns.text(words.get("findings.column"), 170, this::column),
                Columns.text(words.get("findings.value"), 190, Finding::value),
                Columns.text(words.get("findings.what"), 420, words.shared()::finding)));
    showPointed(pointedAt.get());
    getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> pointedAt.set(chosen));
  }

  private void showPointed(@Nullable Finding pointed) {
    if (pointed != null) {
      getSelectionModel().select(pointed);
      scrollTo(pointed);
    }
  }

  private String column(Finding found) {
    String header =
        switch (found.field()) {
          case "" -> words.get("findings.wholeRow");
          case "unit.creditCode" -> words.get("unit.creditCode");
          case "unit.name" -> words.get("unit.name");
          case "unit.type" -> words.get("unit.type");
          default -> draft.kind().column(found.field()).map(c -> c.header()).orElse("");
        };
    return found.field().isEmpty() ? header : found.place().column() + "  " + header;
  }

  private TableColumn<Finding, Severity> severity() {
    TableColumn<Finding, Severity> column = new TableColumn<>(words.get("findings.severity"));
    column.setPrefWidth(88);
    column.setMinWidth(88);
    column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue().severity()));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable Severity severity, boolean empty) {
            super.updateItem(severity, empty);
            if (empty || severity == null) {
              setText(null);
              setGraphic(null);
            } else {
              Tone tone = severity == Severity.ERROR ? Tone.BAD : Tone.WARNING;
              setText(words.shared().severity(severity));
              setGraphic(Make.icon(tone.sign(), "icon-" + tone.styleClass()));
            }
          }
        });
    return column;
  }
}
