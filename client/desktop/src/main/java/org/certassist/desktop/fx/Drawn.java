package org.certassist.desktop.fx;

import java.util.function.BiFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// A pane that is drawn anew from a state whenever the state or the language changes.
///
/// Nothing in it is updated by hand, so a language switch can forget nothing.
public final class Drawn<S> extends StackPane {
  /// @param draw makes the whole content; called on the window's thread
  public Drawn(
      ObservableValue<S> state,
      ObservableValue<Words> words,
      BiFunction<? super S, Words, ? extends Node> draw) {
    state.subscribe(now -> getChildren().setAll(draw.apply(now, words.getValue())));
    words.subscribe((before, now) -> getChildren().setAll(draw.apply(state.getValue(), now)));
  }
}
