package org.certassist.desktop.pin;

import java.util.Optional;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinRules;
import org.certassist.core.key.PinWeakness;
import org.certassist.core.key.TokenPin;

/// What is to be said of a new PIN while it is typed; nothing is tried before it is good.
public sealed interface NewPinHint {
  /// Nothing is typed yet: what it must be like.
  ///
  /// @param longest 0 where the token does not say
  record Rules(int shortest, int longest) implements NewPinHint {}

  record Weak(PinWeakness weakness) implements NewPinHint {}

  /// The token does not take this length.
  record Length(int shortest, int longest) implements NewPinHint {}

  /// It is good; it is to be typed once more.
  record TypeAgain() implements NewPinHint {}

  record Differs() implements NewPinHint {}

  record Good() implements NewPinHint {}

  /// @param present as it is typed; empty where it is not asked for
  static NewPinHint of(Pin present, Pin fresh, Pin again, TokenPin token) {
    if (fresh.isEmpty()) {
      return new Rules(Math.max(PinRules.SHORTEST, token.shortest()), token.longest());
    }
    Optional<Pin> old = present.isEmpty() ? Optional.empty() : Optional.of(present);
    return PinRules.unfit(fresh, old, token)
        .map(NewPinHint::of)
        .orElseGet(() -> repeated(fresh, again));
  }

  private static NewPinHint of(KeyFault unfit) {
    return switch (unfit) {
      case KeyFault.NewPinWeak(PinWeakness weakness) -> new Weak(weakness);
      case KeyFault.NewPinUnusable(int shortest, int longest) -> new Length(shortest, longest);
      default -> throw new IllegalArgumentException(unfit.id());
    };
  }

  private static NewPinHint repeated(Pin fresh, Pin again) {
    if (again.length() < fresh.length()) {
      return new TypeAgain();
    }
    return fresh.isSameAs(again) ? new Good() : new Differs();
  }
}
