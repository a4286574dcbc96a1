package org.certassist.desktop.pin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.certassist.core.key.Pin;
import org.junit.jupiter.api.Test;

class PinBufferTest {
  private final PinBuffer buffer = new PinBuffer();

  private void type(String text) {
    text.chars().forEach(character -> buffer.append((char) character));
  }

  @Test
  void theTakenPinIsWhatWasTyped() {
    type("1357x0");
    buffer.removeLast();
    try (Pin pin = buffer.take()) {
      assertThat(pin.copy()).isEqualTo("1357x".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void nothingIsLeftAfterTaking() {
    type("135790");
    buffer.take().close();
    assertThat(buffer.isWiped()).isTrue();
    assertThat(buffer.length().get()).isZero();
  }

  @Test
  void removingACharacterWipesIt() {
    type("1");
    buffer.removeLast();
    assertThat(buffer.isWiped()).isTrue();
  }

  @Test
  void oneCharacterTooManyIsIgnored() {
    type("1".repeat(PinBuffer.MOST + 1));
    assertThat(buffer.length().get()).isEqualTo(PinBuffer.MOST);
  }

  @Test
  void itsTextFormHoldsNothing() {
    type("135790");
    assertThat(buffer.toString()).doesNotContain("135790");
  }
}
