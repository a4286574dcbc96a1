package org.certassist.desktop.pin;

import static org.assertj.core.api.Assertions.assertThat;

import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinWeakness;
import org.certassist.core.key.TokenPin;
import org.junit.jupiter.api.Test;

class NewPinHintTest {
  private static NewPinHint hint(String present, String fresh, String again, int least, int most) {
    try (Pin old = Pin.of(present.toCharArray());
        Pin typed = Pin.of(fresh.toCharArray());
        Pin repeated = Pin.of(again.toCharArray())) {
      return NewPinHint.of(
          old, typed, repeated, new TokenPin(PinState.OK, PinState.OK, false, least, most));
    }
  }

  @Test
  void theRulesStandThereBeforeAnythingIsTyped() {
    assertThat(hint("", "", "", 4, 64)).isEqualTo(new NewPinHint.Rules(6, 64));
    assertThat(hint("", "", "", 8, 0)).isEqualTo(new NewPinHint.Rules(8, 0));
  }

  @Test
  void whatIsWrongIsSaidWhileItIsTyped() {
    assertThat(hint("", "864", "", 4, 16)).isEqualTo(new NewPinHint.Weak(PinWeakness.TOO_SHORT));
    assertThat(hint("", "864208", "", 8, 16)).isEqualTo(new NewPinHint.Length(8, 16));
    assertThat(hint("864208", "864208", "864208", 4, 16))
        .isEqualTo(new NewPinHint.Weak(PinWeakness.SAME_AS_OLD));
  }

  @Test
  void itIsGoodOnlyWhenItWasTypedTwiceAlike() {
    assertThat(hint("135790", "864208", "86420", 4, 16)).isEqualTo(new NewPinHint.TypeAgain());
    assertThat(hint("135790", "864208", "864209", 4, 16)).isEqualTo(new NewPinHint.Differs());
    assertThat(hint("135790", "864208", "8642080", 4, 16)).isEqualTo(new NewPinHint.Differs());
    assertThat(hint("135790", "864208", "864208", 4, 16)).isEqualTo(new NewPinHint.Good());
  }
}
