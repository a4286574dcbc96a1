package org.certassist.desktop.pin;

import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinTask;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.TickBox;
import org.certassist.desktop.fx.Words;

/// What one task asks for: the PIN in force, a new one, an explicit yes where one try is left. A
/// locked PIN is asked for no more, and a key with a pad asks by itself.
final class PinForm extends VBox {
  private final boolean locked;
  private final Optional<PinField> first;
  private final Optional<NewPinFields> fresh;
  private final Optional<TickBox> lastTry;

  /// @param initialPin what the PIN may be where nobody changed it
  PinForm(PinWork.Asking asking, Optional<Node> initialPin, Words words) {
    super(14);
    PinTask task = asking.task();
    boolean pad = asking.pin().pad();
    locked = asking.isLocked();
    first = locked || pad ? Optional.empty() : Optional.of(new PinField());
    fresh =
        first
            .filter(_ -> task != PinTask.VERIFY)
            .map(field ->
                new NewPinFields(
                    task == PinTask.CHANGE ? Optional.of(field) : Optional.empty(),
                    asking.pin(),
                    words));
    lastTry =
        asking.tried() == PinState.LAST_TRY
            ? Optional.of(new TickBox(words.get("pin.useLastTry")))
            : Optional.empty();
    Optional<Notice> notice = PinTroubleWords.of(asking, words);
    notice.ifPresent(getChildren()::add);
    if (locked) {
      return;
    }
    boolean costsBeforehand = task != PinTask.CHANGE && asking.trouble().isEmpty();
    if (notice.isEmpty() || costsBeforehand) {
      getChildren().add(Make.paragraph(words.get("pin.about." + task.word()), "muted"));
    }
    first.ifPresent(field -> {
      field.setId("pin-in-force");
      getChildren()
          .add(field.under(words.get("pin.first." + task.word()), words.get("sign.pinHelp")));
    });
    if (pad) {
      Label onTheKey = Make.paragraph(words.get("pin.pad." + task.word()), "strong");
      onTheKey.setId("pin-pad");
      getChildren().add(onTheKey);
    }
    if (task != PinTask.UNBLOCK) {
      initialPin.ifPresent(getChildren()::add);
    }
    fresh.ifPresent(getChildren()::add);
    lastTry.ifPresent(box -> {
      box.setId("pin-last-try");
      box.setWrapText(true);
      getChildren().add(box);
    });
  }

  /// Whether everything is there that the task needs, and the new PIN is good.
  BooleanExpression isReady() {
    BooleanExpression ready =
        first
            .<BooleanExpression>map(field -> field.length().greaterThan(0))
            .orElseGet(() -> new SimpleBooleanProperty(!locked));
    if (fresh.isPresent()) {
      ready = ready.and(fresh.get().isGood());
    }
    return lastTry.isPresent() ? ready.and(lastTry.get().selectedProperty()) : ready;
  }

  /// Hands over what was typed and keeps nothing.
  TypedPins take() {
    return new TypedPins(
        first.map(PinField::take).orElseGet(TypedPins::nothing),
        fresh.map(NewPinFields::takeFresh).orElseGet(TypedPins::nothing),
        fresh.map(NewPinFields::takeAgain).orElseGet(TypedPins::nothing));
  }

  boolean isLastTryConfirmed() {
    return lastTry.filter(TickBox::isSelected).isPresent();
  }

  void focus() {
    first.ifPresent(PinField::requestFocus);
  }

  void wipe() {
    first.ifPresent(PinField::wipe);
    fresh.ifPresent(NewPinFields::wipe);
  }
}
