package org.certassist.core.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.testing.ScriptedBridge;
import org.junit.jupiter.api.Test;

class PinCareTest {
  private static final TokenKey KEY =
      new TokenKey(
          Path.of("driver.so"),
          "driver",
          "maker",
          "model",
          "1",
          "label",
          TokenPin.usual(PinState.OK),
          List.of(new EncodedCertificate(new byte[] {1})),
          List.of());

  private final ScriptedBridge bridge = new ScriptedBridge();
  private final PinCare care = new PinCare(bridge);

  private static Pin pin(String text) {
    return Pin.ofUtf8(text.getBytes(UTF_8));
  }

  @Test
  void aWeakNewPinIsRefusedBeforeTheKeyIsAsked() {
    assertThatThrownBy(() -> care.change(KEY, pin("246810"), pin("123456"), false))
        .isInstanceOfSatisfying(
            KeyException.class,
            e ->
                assertThat(e.fault())
                    .isEqualTo(new KeyFault.NewPinWeak(PinWeakness.KNOWN_INITIAL)));
    assertThatThrownBy(() -> care.unblock(KEY, pin("246810"), pin("777777"), false))
        .isInstanceOf(KeyException.class);
    assertThat(bridge.opened()).isZero();
  }

  @Test
  void aNewPinOfALengthThatTheKeyDoesNotTakeIsRefusedBeforeItIsAsked() {
    TokenKey choosy = KEY.with(new TokenPin(PinState.OK, PinState.OK, false, 8, 16));
    assertThatThrownBy(() -> care.change(choosy, pin("246810"), pin("a864208"), false))
        .isInstanceOfSatisfying(
            KeyException.class,
            e -> assertThat(e.fault()).isEqualTo(new KeyFault.NewPinUnusable(8, 16)));
    assertThat(bridge.opened()).isZero();
  }

  @Test
  void verifyingTriesThePinOnceAndLogsOut() throws Exception {
    assertThat(care.verify(KEY, pin(ScriptedBridge.RIGHT_PIN), false)).isEqualTo(PinVerdict.GOOD);
    assertThat(bridge.opened()).isEqualTo(1);
    assertThat(bridge.stillOpen()).isZero();
  }

  @Test
  void aWellKnownPinIsToldAfterTheKeyHasTakenItNeverBefore() throws Exception {
    assertThatThrownBy(() -> care.verify(KEY, pin("123456"), false))
        .isInstanceOfSatisfying(
            KeyException.class,
            e -> assertThat(e.fault()).isEqualTo(new KeyFault.PinWrong(PinState.WRONG_TRIED)));
    bridge.takes("123456");
    assertThat(care.verify(KEY, pin("123456"), false)).isEqualTo(PinVerdict.KNOWN_INITIAL);
    assertThat(bridge.opened()).isEqualTo(2);
  }
}
