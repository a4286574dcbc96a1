package org.certassist.desktop.key;

import javafx.scene.control.Label;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// How a PIN state is shown.
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

  static Label badge(TokenKey token, Words words) {
    String state = words.shared().pinState(token.pin().state());
    String text = token.pin().pad() ? words.get("key.pinPad", state) : state;
    return Make.paragraph(text, "badge", tone(token.pin().state()).styleClass());
  }
}
