package org.certassist.desktop.reconcile;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.certassist.core.elsewhere.Point;
import org.certassist.desktop.fx.Columns;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;
import org.jspecify.annotations.Nullable;

/// What must be seen to elsewhere, one insurance of one person a line, each with a box to tick.
final class PointTable extends TableView<Point> {
  private static final double BOX = 64;
  private static final double ID_NUMBER = 168;

  PointTable(ElsewhereViewModel model, Words words) {
    super(model.shown());
    setId("points");
    getStyleClass().addAll("dense", "bordered");
    setAccessibleText(words.get("elsewhere.title"));
    placeholderProperty().bind(model.state().map(now -> placeholder(now, words)));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    List<TableColumn<Point, ?>> columns = new ArrayList<>(List.of(box(model, words)));
    columns.addAll(
        List.of(
            Columns.<Point>text(
                words.get("elsewhere.todo"),
                116,
                point ->
                    words.get(
                        "elsewhere.what",
                        point.id().insurance(),
                        words.shared().get("elsewhere." + point.todo().word()))),
            Columns.<Point>text(words.get("result.name"), 80, point -> point.person().name()),
            idNumber(words),
            Columns.<Point>text(
                words.get("elsewhere.since"), 92, point -> point.since().toString()),
            Columns.<Point>text(
                words.get("elsewhere.doneOn"),
                92,
                point -> point.tick().map(done -> done.on().toString()).orElse(""))));
    getColumns().setAll(columns);
  }

  /// Only a look that came to its end says that there is nothing.
  private static Node placeholder(ElsewhereState state, Words words) {
    return switch (state) {
      case ElsewhereState.Listed _ -> Make.label(words.get("elsewhere.none"), "muted");
      case ElsewhereState.Loading _, ElsewhereState.Failed _ -> new StackPane();
    };
  }

  /// Never cut off: a part of a number names nobody.
  private static TableColumn<Point, String> idNumber(Words words) {
    TableColumn<Point, String> column =
        Columns.text(words.get("result.idNumber"), ID_NUMBER, point -> point.person().idNumber());
    column.setMinWidth(ID_NUMBER);
    return column;
  }

  private static TableColumn<Point, Point> box(ElsewhereViewModel model, Words words) {
    TableColumn<Point, Point> column = new TableColumn<>(words.get("elsewhere.done"));
    column.setMinWidth(BOX);
    column.setMaxWidth(BOX);
    column.setSortable(false);
    column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
    column.setCellFactory(_ -> new BoxCell(model, words));
    return column;
  }

  private static final class BoxCell extends TableCell<Point, Point> {
    private final ElsewhereViewModel model;
    private final Words words;

    BoxCell(ElsewhereViewModel model, Words words) {
      this.model = model;
      this.words = words;
    }

    @Override
    protected void updateItem(@Nullable Point point, boolean empty) {
      super.updateItem(point, empty);
      if (empty || point == null) {
        setGraphic(null);
      } else {
        CheckBox box = new CheckBox();
        box.setSelected(!point.isOpen());
        box.setAccessibleText(
            words.get("elsewhere.doneFor", point.person().name(), point.id().insurance()));
        box.disableProperty()
            .bind(
                Bindings.createBooleanBinding(
                    () -> model.working().contains(point.id()), model.working()));
        box.setOnAction(_ -> {
          // It shows what is kept, not what was pressed.
          box.setSelected(!point.isOpen());
          model.tick(point);
        });
        setGraphic(box);
      }
    }
  }
}
