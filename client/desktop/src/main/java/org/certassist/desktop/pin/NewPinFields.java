package org.certassist.desktop.pin;

import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.key.Pin;
import org.certassist.core.key.TokenPin;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// The two fields for a new PIN, and under them what is still wrong with it while it is typed.
final class NewPinFields extends VBox {
  private final Optional<PinField> present;
  private final PinField fresh = new PinField();
  private final PinField again = new PinField();
  private final TokenPin token;
  private final Label hint = Make.paragraph("", "small");
  private final ReadOnlyObjectWrapper<NewPinHint> judged;

  /// @param present the field of the PIN in force, which the new one must not repeat
  NewPinFields(Optional<PinField> present, TokenPin token, Words words) {
    super(8);
    this.present = present;
    this.token = token;
    this.judged = new ReadOnlyObjectWrapper<>(judge());
    fresh.setId("new-pin");
    again.setId("new-pin-again");
    hint.setId("new-pin-hint");
    HBox both =
        new HBox(
            16, fresh.under(words.get("pin.new"), ""), again.under(words.get("pin.again"), ""));
    both.getChildren().forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
    getChildren().addAll(both, hint);
    judged.subscribe(now -> show(now, words));
    present.ifPresent(field -> field.length().subscribe(this::judgeAnew));
    fresh.length().subscribe(this::judgeAnew);
    again.length().subscribe(this::judgeAnew);
  }

  private void judgeAnew() {
    judged.set(judge());
  }

  private NewPinHint judge() {
    return fresh.weigh(typed ->
        again.weigh(repeated ->
            present
                .map(field -> field.weigh(old -> NewPinHint.of(old, typed, repeated, token)))
                .orElseGet(() -> NewPinHint.of(TypedPins.nothing(), typed, repeated, token))));
  }

  private void show(NewPinHint now, Words words) {
    Tone tone = NewPinWords.tone(now);
    hint.setText(NewPinWords.text(now, words));
    hint.getStyleClass().removeAll("muted", "good-words", "warning-words");
    hint.getStyleClass().add(NewPinWords.styleClass(now));
    hint.setGraphic(Make.icon(tone.sign(), "icon-" + tone.styleClass()));
    fresh.setAccessibleHelp(hint.getText());
    again.setAccessibleHelp(hint.getText());
  }

  BooleanExpression isGood() {
    return BooleanExpression.booleanExpression(
        judged.getReadOnlyProperty().map(NewPinHint.Good.class::isInstance));
  }

  Pin takeFresh() {
    return fresh.take();
  }

  Pin takeAgain() {
    return again.take();
  }

  void wipe() {
    fresh.wipe();
    again.wipe();
  }

  void focus() {
    fresh.requestFocus();
  }
}
