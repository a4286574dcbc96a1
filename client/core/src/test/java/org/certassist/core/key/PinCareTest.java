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
  void verifyingTriesThePinOnceAndLogsOut() throws Exception {
    care.verify(KEY, pin(ScriptedBridge.RIGHT_PIN), false);
    assertThat(bridge.opened()).isEqualTo(1);
    assertThat(bridge.stillOpen()).isZero();
  }
}
