package org.certassist.desktop.fx;

import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// A pane that is drawn anew from a state whenever the state or the language changes.
///
/// Nothing in it is updated by hand, so a language switch can forget nothing.
///
/// It is bound to the state, so that a pane no longer shown is not held by what it shows.
public final class Drawn<S> extends StackPane {
  private final ObjectProperty<S> state = new SimpleObjectProperty<>();
  private final ObjectProperty<Words> words = new SimpleObjectProperty<>();

  /// @param draw makes the whole content; called on the window's thread
  public Drawn(
      ObservableValue<S> state,
      ObservableValue<Words> words,
      BiFunction<? super S, Words, ? extends Node> draw) {
    this.state.bind(state);
    this.words.bind(words);
    this.state.subscribe(now -> getChildren().setAll(draw.apply(now, words.getValue())));
    this.words.subscribe((_, now) -> getChildren().setAll(draw.apply(state.getValue(), now)));
  }
}
