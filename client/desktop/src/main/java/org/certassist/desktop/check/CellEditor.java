package org.certassist.desktop.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/// Where a cell's text is typed: a text field, with the portal's words below it where there is a
/// list of them. Any text may be typed; the rules say what is wrong with it.
final class CellEditor extends TextField {
  /// How editing ended, and where she goes on.
  enum End {
    DOWN,
    RIGHT,
    LEFT,
    HERE,
    /// The keyboard went elsewhere.
    LEFT_ALONE,
    GIVEN_UP
  }

  private final String before;
  private final Optional<ChoicePopup> choices;
  private final Consumer<End> ended;

  CellEditor(String before, List<String> words, Consumer<End> ended) {
    super(before);
    setMaxWidth(Double.MAX_VALUE);
    setMinHeight(0);
    this.before = before;
    this.ended = ended;
    this.choices = words.isEmpty() ? Optional.empty() : Optional.of(new ChoicePopup(words));
    getStyleClass().add("cell-editor");
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    focusedProperty()
        .addListener((_, _, has) -> {
          if (!has) {
            ended.accept(End.LEFT_ALONE);
          }
        });
  }

  boolean isChanged() {
    return !getText().equals(before);
  }

  /// @param typed with what it begins in place of the text; empty leaves the text, marked
  void begin(String typed) {
    applyCss(); // a field marks its text when it first has its skin: not after typing began
    requestFocus();
    if (typed.isEmpty()) {
      selectAll();
    } else {
      setText(typed);
      positionCaret(typed.length());
    }
    // The cell has its place already, the field in it not yet.
    Bounds cell = getParent().localToScreen(getParent().getBoundsInLocal());
    if (cell != null) {
      choices.ifPresent(list -> list.show(this, cell, this::take));
    }
  }

  private void take(String word) {
    setText(word);
    ended.accept(End.HERE);
  }

  void putAway() {
    choices.ifPresent(ChoicePopup::hide);
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case ENTER -> end(key, End.DOWN);
      case TAB -> end(key, key.isShiftDown() ? End.LEFT : End.RIGHT);
      case ESCAPE -> end(key, End.GIVEN_UP);
      case DOWN -> choices.ifPresent(list -> choose(key, list.next(1)));
      case UP -> choices.ifPresent(list -> choose(key, list.next(-1)));
      default -> {}
    }
  }

  private void choose(KeyEvent key, String word) {
    key.consume();
    setText(word);
    selectAll();
  }

  private void end(KeyEvent key, End how) {
    key.consume();
    ended.accept(how);
  }
}
