package org.certassist.desktop.key;

import java.util.Optional;
import javafx.scene.control.Label;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenPin;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// How a PIN state is shown, and what to do about it.
public final class PinStateWords {
  private PinStateWords() {}

  public static Tone tone(PinState state) {
    return switch (state) {
      case OK -> Tone.GOOD;
      case UNKNOWN -> Tone.INFO;
      case WRONG_TRIED, MUST_CHANGE, NOT_SET -> Tone.WARNING;
      case LAST_TRY, LOCKED -> Tone.BAD;
    };
  }

  public static Label badge(TokenPin pin, Words words) {
    String state = words.shared().pinState(pin.state());
    String text = pin.pad() ? words.get("key.pinPad", state) : state;
    return Make.paragraph(text, "badge", tone(pin.state()).styleClass());
  }

  /// What the state means and what to do; nothing where the PIN is as it should be.
  public static Optional<Notice> advice(PinState state, Words words) {
    return switch (state) {
      case OK, UNKNOWN -> Optional.empty();
      case WRONG_TRIED, LAST_TRY, LOCKED, MUST_CHANGE, NOT_SET ->
          Optional.of(Notice.of(tone(state), words.ownFault("pin.state." + state.word()), words));
    };
  }
}
