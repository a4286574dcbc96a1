package org.certassist.desktop.check;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/// Where a cell's text is typed: a text field, with the words of the portal's list to choose from
/// where there is one. Any text may be typed; the rules say what is wrong with it.
final class CellEditor {
  /// How editing ended, and where she goes on.
  enum End {
    DOWN,
    RIGHT,
    LEFT,
    /// The keyboard went elsewhere.
    LEFT_ALONE,
    GIVEN_UP
  }

  private final String before;
  private final Node node;
  private final TextField field;
  private final Consumer<End> ended;

  CellEditor(String before, List<String> choices, Consumer<End> ended) {
    this.before = before;
    this.ended = ended;
    if (choices.isEmpty()) {
      field = new TextField(before);
      node = field;
    } else {
      ComboBox<String> box = new ComboBox<>();
      box.setEditable(true);
      box.getItems().setAll(choices);
      box.setValue(before);
      box.setMaxWidth(Double.MAX_VALUE);
      box.setVisibleRowCount(Math.min(choices.size(), 8));
      field = box.getEditor();
      node = box;
    }
    node.getStyleClass().add("cell-editor");
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    // An editable choice box has the keyboard itself and passes it to its field.
    node.focusedProperty()
        .addListener((_, _, has) -> {
          if (!has) {
            ended.accept(End.LEFT_ALONE);
          }
        });
  }

  Node node() {
    return node;
  }

  String text() {
    return field.getText() == null ? "" : field.getText();
  }

  boolean isChanged() {
    return !text().equals(before);
  }

  /// @param typed with what it begins in place of the text; empty leaves the text, marked
  void begin(String typed) {
    node.requestFocus();
    if (typed.isEmpty()) {
      field.selectAll();
      if (node instanceof ComboBox<?> box) {
        box.show();
      }
    } else {
      field.setText(typed);
      field.positionCaret(typed.length());
    }
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case ENTER -> end(key, End.DOWN);
      case TAB -> end(key, key.isShiftDown() ? End.LEFT : End.RIGHT);
      case ESCAPE -> end(key, End.GIVEN_UP);
      default -> {}
    }
  }

  private void end(KeyEvent key, End how) {
    key.consume();
    ended.accept(how);
  }
}
