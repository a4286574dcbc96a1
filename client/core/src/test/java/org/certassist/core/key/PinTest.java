package org.certassist.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PinTest {
  @Test
  void itIsUtf8AndWipesWhatItWasMadeOf() {
    char[] typed = "口令12𠮷".toCharArray();
    byte[] read = "246810".getBytes(StandardCharsets.UTF_8);

    try (Pin fromCharacters = Pin.of(typed);
        Pin fromBytes = Pin.ofUtf8(read)) {
      assertThat(fromCharacters.copy()).isEqualTo("口令12𠮷".getBytes(StandardCharsets.UTF_8));
      assertThat(fromBytes.copy()).isEqualTo("246810".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(typed).containsOnly('\0');
    assertThat(read).containsOnly(0);
  }

  /// Half a character pair would silently shorten the PIN, and the key would count a wrong try.
  @Test
  void whatIsNoTextIsNoPinAndIsWipedAllTheSame() {
    char[] typed = {'1', '2', '\ud800', '3'};
    char[] cut = {'1', '2', '\ud800'};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pin.of(typed))
        .withMessageNotContaining("12");
    assertThatIllegalArgumentException().isThrownBy(() -> Pin.of(cut));

    assertThat(typed).containsOnly('\0');
    assertThat(cut).containsOnly('\0');
  }

  @Test
  void closedItIsGone() {
    Pin pin = Pin.of("246810".toCharArray());
    pin.close();

    assertThatIllegalStateException().isThrownBy(pin::copy);
    assertThat(pin.toString()).isEqualTo("Pin");
  }

  @Test
  void emptyIsEmpty() {
    try (Pin none = Pin.of(new char[0]);
        Pin some = Pin.of("1".toCharArray())) {
      assertThat(none.isEmpty()).isTrue();
      assertThat(some.isEmpty()).isFalse();
    }
  }
}
