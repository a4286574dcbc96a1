package org.certassist.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.testing.PaperTime;
import org.certassist.core.testing.ScriptedBridge;
import org.junit.jupiter.api.Test;

class KeyKeeperTest {
  private final ScriptedBridge bridge = new ScriptedBridge();
  private final PaperTime time = new PaperTime();
  private final KeyKeeper keeper = new KeyKeeper(time);

  private static SigningKey key(String serial) {
    EncodedCertificate certificate =
        new EncodedCertificate(serial.getBytes(StandardCharsets.UTF_8));
    return new SigningKey(
        new TokenKey(
            Path.of("driver.so"),
            "driver",
            "maker",
            "model",
            serial,
            "label",
            TokenPin.usual(PinState.OK),
            List.of(certificate),
            List.of()),
        certificate);
  }

  private static DriverReport report(DriverState state) {
    return new DriverReport("driver", "driver", Optional.empty(), state, "");
  }

  private void signThrough(KeyDoor door) throws Exception {
    try (KeySession session = door.open()) {
      var _ = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, new byte[] {1});
    }
  }

  private void openWithPin(SigningKey key, String characters) throws Exception {
    try (Pin pin = Pin.of(characters.toCharArray())) {
      signThrough(keeper.keepingOpen(new TypedPin(bridge, key, pin, false)));
    }
  }

  @Test
  void aKeyStaysOpenBehindTheDoor() throws Exception {
    openWithPin(key("1"), ScriptedBridge.RIGHT_PIN);
    signThrough(keeper.open(key("1")).orElseThrow());
    assertThat(bridge.opened()).isEqualTo(1);
    assertThat(bridge.signed()).isEqualTo(2);
    assertThat(bridge.stillOpen()).isEqualTo(1);
  }

  /// The state of its PIN is read anew with each look and says nothing about which key it is.
  @Test
  void theOpenKeyIsKnownWhateverItsPinStateIsNow() throws Exception {
    openWithPin(key("1"), ScriptedBridge.RIGHT_PIN);
    SigningKey seenLater =
        new SigningKey(
            key("1").token().with(TokenPin.usual(PinState.UNKNOWN)), key("1").certificate());
    assertThat(keeper.open(seenLater)).isPresent();
    assertThat(keeper.open(key("2"))).isEmpty();
  }

  @Test
  void aKeyThatIsSeenToBeGoneIsClosed() throws Exception {
    openWithPin(key("1"), ScriptedBridge.RIGHT_PIN);
    TokenKey asSeenNow = key("1").token().with(TokenPin.usual(PinState.UNKNOWN)).showing(List.of());
    keeper.seen(List.of(report(DriverState.READY)), List.of(key("2").token(), asSeenNow));
    assertThat(keeper.open(key("1"))).isPresent();

    keeper.seen(List.of(report(DriverState.BUSY)), List.of(key("2").token()));
    assertThat(keeper.open(key("1"))).as("nothing is said of it").isPresent();

    keeper.seen(List.of(report(DriverState.NO_TOKEN)), List.of());
    assertThat(keeper.open(key("1"))).isEmpty();
    assertThat(keeper.end()).contains(KeyLease.End.PULLED);
    assertThat(bridge.stillOpen()).isZero();
  }

  @Test
  void aSecondKeyTakesThePlaceOfTheFirst() throws Exception {
    openWithPin(key("1"), ScriptedBridge.RIGHT_PIN);
    openWithPin(key("2"), ScriptedBridge.RIGHT_PIN);
    assertThat(keeper.open(key("1"))).isEmpty();
    assertThat(keeper.open(key("2"))).isPresent();
    assertThat(bridge.stillOpen()).isEqualTo(1);
  }

  @Test
  void aWrongPinLeavesNothingOpen() {
    KeyException refused =
        catchThrowableOfType(KeyException.class, () -> openWithPin(key("1"), "000000"));
    assertThat(refused.fault()).isInstanceOf(KeyFault.PinWrong.class);
    assertThat(keeper.open()).isEmpty();
    assertThat(bridge.opened()).isEqualTo(1);
    assertThat(bridge.stillOpen()).isZero();
  }

  @Test
  void lookingClosesWhatWasLeftTooLong() throws Exception {
    openWithPin(key("1"), ScriptedBridge.RIGHT_PIN);
    time.pass(KeyLease.IDLE, Duration.ZERO);
    assertThat(keeper.open()).isEmpty();
    assertThat(keeper.end()).contains(KeyLease.End.IDLE);
    assertThat(bridge.stillOpen()).isZero();
  }

  @Test
  void lettingGoLogsOut() throws Exception {
    openWithPin(key("1"), ScriptedBridge.RIGHT_PIN);
    keeper.close();
    assertThat(keeper.open()).isEmpty();
    assertThat(keeper.end()).contains(KeyLease.End.RELEASED);
    assertThat(bridge.stillOpen()).isZero();
  }
}
