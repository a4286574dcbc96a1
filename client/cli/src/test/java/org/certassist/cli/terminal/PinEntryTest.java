package org.certassist.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinEntryTest {
  @ParameterizedTest
  @ValueSource(strings = {"123456", "123456\n", "123456\r\n", "123456\nnext line"})
  void takesOneLineFromStandardInput(String typed) throws KeyException {
    try (Pin pin = entry(typed).read(true, "")) {
      assertThat(new String(pin.copy(), UTF_8)).isEqualTo("123456");
    }
  }

  @Test
  void leavesTheNextLineForTheNextQuestion() throws KeyException, IOException {
    ByteArrayInputStream in = new ByteArrayInputStream("first\nsecond\n".getBytes(UTF_8));
    PinEntry entry = new PinEntry(in, null);

    entry.read(true, "").close();

    assertThat(in.readAllBytes()).isEqualTo("second\n".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void anEmptyLineIsNoPin(String typed) {
    assertThatThrownBy(() -> entry(typed).read(true, ""))
        .isInstanceOfSatisfying(
            KeyException.class,
            thrown -> assertThat(thrown.fault()).isEqualTo(new KeyFault.NoPin()));
  }

  @Test
  void aLineTooLongIsNoPinRatherThanACutOne() {
    assertThatThrownBy(() -> entry("1".repeat(300)).read(true, ""))
        .isInstanceOf(KeyException.class);
  }

  @Test
  void nobodyToAskIsNoPin() {
    assertThatThrownBy(() -> entry("123456").read(false, "PIN")).isInstanceOf(KeyException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " x ", "１２", "全"})
  void aPasswordIsTakenAsItIs(String typed) {
    try (Pin password = entry(typed + "\n").readPassword(true, "").orElseThrow()) {
      assertThat(new String(password.copy(), UTF_8)).isEqualTo(typed);
    }
  }

  @Test
  void nothingAtAllIsNoPassword() {
    assertThat(entry("").readPassword(true, "")).isEmpty();
    assertThat(entry("\n").readPassword(false, "")).isEmpty();
    assertThat(entry("1".repeat(5000)).readPassword(true, "")).isEmpty();
  }

  private static PinEntry entry(String typed) {
    return new PinEntry(new ByteArrayInputStream(typed.getBytes(UTF_8)), null);
  }
}
