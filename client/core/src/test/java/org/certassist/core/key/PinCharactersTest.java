package org.certassist.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.certassist.core.testing.ScriptedBridge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A key counts each PIN it is sent, so what cannot be one is not sent.
class PinCharactersTest {
  private static final SigningKey KEY =
      new SigningKey(
          new TokenKey(
              java.nio.file.Path.of("driver.so"),
              "driver",
              "maker",
              "model",
              "1",
              "label",
              TokenPin.usual(PinState.OK),
              java.util.List.of(),
              java.util.List.of()),
          new org.certassist.core.certificate.EncodedCertificate(new byte[] {1}));

  private final ScriptedBridge bridge = new ScriptedBridge();

  private KeyDoor door(String typed) {
    Pin pin = Pin.ofUtf8(typed.getBytes(StandardCharsets.UTF_8));
    return new TypedPin(bridge, KEY, pin, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF246810",
        "246810\0",
        "246\000810",
        "246810\r",
        "\r246810",
        " 246810",
        "246810 ",
        "246810\t",
        "２４６８１０",
        "246810\u3000"
      })
  void whatCannotBeAPinIsNotSent(String typed) {
    assertThatThrownBy(() -> door(typed).open())
        .isInstanceOfSatisfying(
            KeyException.class,
            refused -> assertThat(refused.fault()).isEqualTo(new KeyFault.PinUntypable()));
    assertThat(bridge.opened()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"246810", "2468 10", "口令2468", "p\u00e9age", "#@!~*"})
  void anythingElseMayBeOne(String typed) {
    assertThatThrownBy(
            () -> {
              door(typed).open().close();
              throw new KeyException(new KeyFault.PinCancelled());
            })
        .isInstanceOf(KeyException.class);
    assertThat(bridge.opened()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0af", "ff", "e4b8"})
  void bytesThatAreNoTextAreNotSent(String hex) {
    Pin pin = Pin.ofUtf8(java.util.HexFormat.of().parseHex(hex));
    assertThatThrownBy(() -> new TypedPin(bridge, KEY, pin, false).open())
        .isInstanceOf(KeyException.class);
    assertThat(bridge.opened()).isZero();
  }
}
