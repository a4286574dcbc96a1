package org.certassist.desktop.key;

import java.util.function.BiConsumer;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.PinTask;
import org.certassist.core.key.TokenPin;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;

/// The state of a key's PIN, what it means, and what can be done: a locked PIN is offered nothing
/// that would try it.
final class PinCard extends VBox {
  /// @param doing does a task for a key
  /// @param busy the key is in use: nothing is begun
  PinCard(
      Choice choice,
      BiConsumer<PinTask, Choice> doing,
      ObservableValue<Boolean> busy,
      Words words) {
    TokenPin pin = choice.key().token().pin();
    setId("pin-card");
    getStyleClass().add("card");
    HBox state =
        new HBox(12, Make.label(words.get("key.pin"), "strong"), PinStateWords.badge(pin, words));
    state.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(state);
    PinStateWords.advice(pin.state(), words).ifPresent(getChildren()::add);
    if (pin.pad()) {
      getChildren().add(Make.paragraph(words.get("key.pad"), "muted", "small"));
    }
    FlowPane tasks = new FlowPane(8, 8);
    for (PinTask task : PinTask.offeredFor(pin.state())) {
      Button button =
          Make.button(
              "pin-" + task.word(),
              words.get("pin.begin." + task.word()),
              () -> doing.accept(task, choice),
              "small");
      button.disableProperty().bind(BooleanExpression.booleanExpression(busy));
      tasks.getChildren().add(button);
    }
    getChildren().add(tasks);
  }
}
