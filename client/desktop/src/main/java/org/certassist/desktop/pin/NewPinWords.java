package org.certassist.desktop.pin;

import org.certassist.core.key.PinWeakness;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// How a hint on a new PIN is said.
final class NewPinWords {
  private NewPinWords() {}

  static String text(NewPinHint hint, Words words) {
    return switch (hint) {
      case NewPinHint.Rules(int shortest, int longest) ->
          words.get("pin.hint.rules", length(shortest, longest, words));
      case NewPinHint.Weak(PinWeakness weakness) ->
          words.get("pin.hint.weak", words.shared().pinWeakness(weakness));
      case NewPinHint.Length(int shortest, int longest) ->
          words.get("pin.hint.length", length(shortest, longest, words));
      case NewPinHint.TypeAgain() -> words.get("pin.hint.typeAgain");
      case NewPinHint.Differs() -> words.get("pin.hint.differs");
      case NewPinHint.Good() -> words.get("pin.hint.good");
    };
  }

  private static String length(int shortest, int longest, Words words) {
    return longest == 0
        ? words.get("pin.hint.atLeast", shortest)
        : words.get("pin.hint.between", shortest, longest);
  }

  static Tone tone(NewPinHint hint) {
    return switch (hint) {
      case NewPinHint.Rules _, NewPinHint.TypeAgain _ -> Tone.INFO;
      case NewPinHint.Weak _, NewPinHint.Length _, NewPinHint.Differs _ -> Tone.WARNING;
      case NewPinHint.Good _ -> Tone.GOOD;
    };
  }

  static String styleClass(NewPinHint hint) {
    Tone tone = tone(hint);
    return tone == Tone.INFO ? "muted" : tone.styleClass() + "-words";
  }
}
