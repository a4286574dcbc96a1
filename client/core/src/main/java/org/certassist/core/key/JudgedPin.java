package org.certassist.core.key;

import java.util.function.Consumer;

/// A door that says, once the key has taken the PIN, what is to be said of it: that it is one with
/// which keys are handed out, for example.
///
/// @param heard is told on the thread that opens the key; not where there is nothing to say
public record JudgedPin(TypedPin typed, Consumer<PinVerdict> heard) implements KeyDoor {
  @Override
  public SigningKey key() {
    return typed.key();
  }

  @Override
  public KeySession open() throws KeyException, InterruptedException {
    KeySession open = typed.open();
    PinVerdict verdict = PinRules.verdict(typed.pin());
    if (verdict != PinVerdict.GOOD) {
      heard.accept(verdict);
    }
    return open;
  }
}
