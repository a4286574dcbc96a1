package org.certassist.desktop.fx;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Makes the columns of tables that are only read.
public final class Columns {
  private Columns() {}

  /// A text; where it is cut off it can be read whole in a tooltip.
  public static <R> TableColumn<R, String> text(
      String title, double width, Function<R, String> value) {
    TableColumn<R, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(line -> new ReadOnlyStringWrapper(value.apply(line.getValue())));
    column.setCellFactory(_ -> new Whole<>());
    return column;
  }

  /// A number, sorted as one.
  public static <R> TableColumn<R, Integer> number(
      String title, double width, ToIntFunction<R> value) {
    TableColumn<R, Integer> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setComparator(Comparator.naturalOrder());
    column.setCellValueFactory(
        line -> new ReadOnlyObjectWrapper<>(value.applyAsInt(line.getValue())));
    return column;
  }

  private static final class Whole<R> extends TableCell<R, String> {
    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      setTooltip(empty || text == null || text.isEmpty() ? null : new Tooltip(text));
    }
  }
}
