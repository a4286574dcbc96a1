package org.certassist.desktop.check;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
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
  private final ObjectProperty<@Nullable Finding> pointedAt;
  // Bound, so that a table no longer shown is not held by what it lists.
  private final ObjectProperty<List<Finding>> findings = new SimpleObjectProperty<>();
  private boolean isFollowing;

  FindingsTable(SheetInHand sheet, ObjectProperty<@Nullable Finding> pointedAt, Words words) {
    this.words = words;
    this.draft = sheet.edited().get().shown();
    this.pointedAt = pointedAt;
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
    findings.bind(sheet.findings());
    findings.subscribe(this::follow);
    getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, chosen) -> {
          if (!isFollowing) {
            pointedAt.set(chosen);
          }
        });
  }

  /// Lists what was found now; the one pointed at stays chosen where it is still among them.
  private void follow(List<Finding> now) {
    isFollowing = true;
    getItems().setAll(now);
    Finding pointed = pointedAt.get();
    if (pointed != null && now.contains(pointed)) {
      getSelectionModel().select(pointed);
      scrollTo(pointed);
    } else {
      getSelectionModel().clearSelection();
    }
    isFollowing = false;
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
