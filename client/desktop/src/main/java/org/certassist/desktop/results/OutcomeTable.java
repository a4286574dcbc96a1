package org.certassist.desktop.results;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.certassist.desktop.fx.Columns;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.results.RowOutcome.Outcome;
import org.jspecify.annotations.Nullable;

/// The rows of the declaration, each with what the portal's list says of it, the wrong ones first.
final class OutcomeTable extends TableView<RowOutcome> {
  OutcomeTable(List<RowOutcome> rows, Words words) {
    super(FXCollections.observableArrayList(rows));
    setId("outcomes");
    getStyleClass().addAll("dense", "bordered");
    setAccessibleText(words.get("results.rows"));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    getColumns()
        .setAll(
            List.of(
                outcome(words),
                narrow(
                    Columns.<RowOutcome>number(
                        words.get("findings.row"), 56, one -> one.row().row())),
                narrow(
                    Columns.<RowOutcome>text(
                        words.get("result.name"), 100, one -> one.value("name"))),
                narrow(
                    Columns.<RowOutcome>text(
                        words.get("result.idNumber"), 168, one -> one.value("idNumber"))),
                Columns.<RowOutcome>text(
                    words.get("result.portalWords"), 240, RowOutcome::message)));
  }

  /// Leaves what room there is to the portal's words.
  private static <T> TableColumn<RowOutcome, T> narrow(TableColumn<RowOutcome, T> column) {
    column.setMinWidth(column.getPrefWidth());
    column.setMaxWidth(column.getPrefWidth());
    return column;
  }

  private static TableColumn<RowOutcome, Outcome> outcome(Words words) {
    TableColumn<RowOutcome, Outcome> column = new TableColumn<>(words.get("results.outcome"));
    column.setPrefWidth(136);
    column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue().outcome()));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable Outcome outcome, boolean empty) {
            super.updateItem(outcome, empty);
            if (empty || outcome == null) {
              setText(null);
              setGraphic(null);
            } else {
              setText(words.get("results.outcome." + outcome));
              setGraphic(Make.icon(outcome.tone().sign(), "icon-" + outcome.tone().styleClass()));
            }
          }
        });
    return narrow(column);
  }
}
