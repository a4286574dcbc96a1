package org.certassist.desktop.send;

import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyLease;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.TickBox;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.pin.PinField;

/// Asks for the PIN: what its state means, the field, and an explicit yes where one try is left. A
/// locked key is asked nothing.
final class PinPane extends VBox implements SecretPane {
  private final boolean locked;
  private final Optional<PinField> field;
  private final Optional<TickBox> lastTry;
  private final Optional<TickBox> keepOpen;

  /// @param initialPin what the PIN may be where nobody changed it
  PinPane(SendState.Asking asking, Optional<Node> initialPin, Words words) {
    super(12);
    locked = asking.pin() == PinState.LOCKED;
    boolean pad = asking.key().key().token().pin().pad();
    field = locked || pad ? Optional.empty() : Optional.of(new PinField());
    lastTry =
        asking.pin() == PinState.LAST_TRY
            ? Optional.of(new TickBox(words.get("sign.useLastTry")))
            : Optional.empty();
    keepOpen = locked ? Optional.empty() : Optional.of(new TickBox(words.get("sign.keepOpen")));
    trouble(asking, words).ifPresent(getChildren()::add);
    field.ifPresent(pin -> getChildren().add(labelled(pin, words)));
    if (pad && !locked) {
      getChildren().add(Make.paragraph(words.get("sign.pinPad")));
    }
    if (!locked) {
      initialPin.ifPresent(getChildren()::add);
    }
    lastTry.ifPresent(box -> {
      box.setId("last-try");
      box.setWrapText(true);
      getChildren().add(box);
    });
    keepOpen.ifPresent(box -> getChildren().add(keepOpen(box, words)));
  }

  private static VBox keepOpen(TickBox box, Words words) {
    box.setId("keep-open");
    box.setWrapText(true);
    String help = words.get("sign.keepOpenHelp", KeyLease.IDLE.toMinutes());
    return new VBox(4, box, Make.paragraph(help, "muted", "small"));
  }

  private static VBox labelled(PinField pin, Words words) {
    pin.setId("pin");
    pin.setAccessibleText(words.get("sign.pin"));
    Label name = Make.label(words.get("sign.pin"), "strong");
    name.setLabelFor(pin);
    return new VBox(6, name, pin, Make.paragraph(words.get("sign.pinHelp"), "muted", "small"));
  }

  private static Optional<Notice> trouble(SendState.Asking asking, Words words) {
    if (asking.trouble().filter(KeyFault.PinWrong.class::isInstance).isPresent()
        && asking.pin() == PinState.LOCKED) {
      return Optional.of(Notice.of(Tone.BAD, words.ownFault("sign.lockedNow"), words));
    }
    if (asking.trouble().isPresent()) {
      return asking.trouble().map(fault -> Notice.of(Tone.BAD, fault, words));
    }
    return switch (asking.pin()) {
      case LOCKED -> Optional.of(Notice.of(Tone.BAD, new KeyFault.PinLocked(), words));
      case LAST_TRY -> Optional.of(Notice.of(Tone.WARNING, new KeyFault.PinLastTry(), words));
      case WRONG_TRIED -> Optional.of(Notice.of(Tone.WARNING, words.get("sign.wrongTried")));
      case MUST_CHANGE -> Optional.of(Notice.of(Tone.WARNING, new KeyFault.PinMustChange(), words));
      case OK, NOT_SET, UNKNOWN -> Optional.empty();
    };
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public BooleanExpression isReady() {
    BooleanExpression typed =
        field
            .<BooleanExpression>map(pin -> pin.length().greaterThan(0))
            .orElseGet(() -> new SimpleBooleanProperty(!locked));
    return lastTry.<BooleanExpression>map(box -> typed.and(box.selectedProperty())).orElse(typed);
  }

  /// Empty where it is typed on the key itself.
  @Override
  public Pin take() {
    return field.map(PinField::take).orElseGet(() -> Pin.of(new char[0]));
  }

  @Override
  public boolean isLastTryConfirmed() {
    return lastTry.filter(TickBox::isSelected).isPresent();
  }

  @Override
  public boolean isKeptOpen() {
    return keepOpen.filter(TickBox::isSelected).isPresent();
  }

  @Override
  public void focus() {
    field.ifPresent(PinField::requestFocus);
  }

  @Override
  public void wipe() {
    field.ifPresent(PinField::wipe);
  }
}
