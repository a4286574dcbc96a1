package org.certassist.desktop.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// A text field that always stands there, with words to choose from where there are some; what is
/// typed is taken over by Enter and when the keyboard goes elsewhere, Escape gives it up.
final class FieldEditor {
  private final Region node;
  private final TextField field;
  private final Optional<ComboBox<String>> box;
  private final Consumer<String> put;
  private String shown = "";

  FieldEditor(List<String> choices, Consumer<String> put) {
    this.put = put;
    if (choices.isEmpty()) {
      box = Optional.empty();
      field = new TextField();
      node = field;
    } else {
      ComboBox<String> words = new ComboBox<>();
      words.setEditable(true);
      words.getItems().setAll(choices);
      words.setOnHidden(_ -> take());
      box = Optional.of(words);
      field = words.getEditor();
      node = words;
    }
    node.focusedProperty()
        .addListener((_, _, has) -> {
          if (!has) {
            take();
          }
        });
    node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  Region node() {
    return node;
  }

  /// Shows what the sheet holds; what she is typing meanwhile stays.
  void show(String text) {
    boolean typing = node.isFocused() && !field.getText().equals(shown);
    shown = text;
    if (!typing) {
      set(text);
    }
  }

  private void set(String text) {
    field.setText(text);
    box.ifPresent(words -> words.setValue(text));
  }

  void take() {
    String text = field.getText() == null ? "" : field.getText();
    if (!text.equals(shown)) {
      shown = text;
      put.accept(text);
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER) {
      key.consume();
      take();
    } else if (key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      set(shown);
    }
  }
}
