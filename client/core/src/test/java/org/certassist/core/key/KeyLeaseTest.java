package org.certassist.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.testing.PaperTime;
import org.certassist.core.testing.ScriptedBridge;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyLeaseTest {
  private static final EncodedCertificate CERTIFICATE = new EncodedCertificate(new byte[] {1});
  private static final SigningKey KEY =
      new SigningKey(
          new TokenKey(
              Path.of("driver.so"),
              "driver",
              "maker",
              "model",
              "1",
              "label",
              TokenPin.usual(PinState.OK),
              List.of(CERTIFICATE),
              List.of()),
          CERTIFICATE);

  private final ScriptedBridge bridge = new ScriptedBridge();
  private final PaperTime time = new PaperTime();
  private KeyLease lease;

  @BeforeEach
  void open() throws Exception {
    try (Pin pin = Pin.of(ScriptedBridge.RIGHT_PIN.toCharArray())) {
      lease = new KeyLease(bridge.open(KEY, pin, false), time);
    }
  }

  private void sign() throws Exception {
    try (KeySession session = lease.open()) {
      var _ = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, new byte[] {1});
    }
  }

  private void assertOver(KeyLease.End reason) {
    assertThat(lease.isOpen()).isFalse();
    assertThat(lease.end()).contains(reason);
    assertThat(bridge.stillOpen()).isZero();
    assertThatThrownBy(() -> lease.open())
        .isInstanceOfSatisfying(
            KeyException.class, e -> assertThat(e.fault()).isEqualTo(new KeyFault.NoPin()));
  }

  @Test
  void onePinServesSeveralPiecesOfWork() throws Exception {
    sign();
    time.pass(Duration.ofMinutes(4), Duration.ZERO);
    sign();
    time.pass(Duration.ofMinutes(4), Duration.ZERO);
    sign();
    assertThat(bridge.opened()).isEqualTo(1);
    assertThat(lease.signatures()).isEqualTo(3);
    assertThat(lease.left()).isEqualTo(KeyLease.IDLE);
  }

  @Test
  void aKeyLeftUnusedIsLoggedOut() {
    time.pass(KeyLease.IDLE.minusSeconds(1), Duration.ZERO);
    assertThat(lease.isOpen()).isTrue();
    assertThat(lease.left()).isEqualTo(Duration.ofSeconds(1));
    time.pass(Duration.ofSeconds(1), Duration.ZERO);
    assertOver(KeyLease.End.IDLE);
  }

  @Test
  void aPcThatSleptHasLoggedOut() {
    time.pass(Duration.ofSeconds(5), Duration.ofMinutes(1));
    assertOver(KeyLease.End.SLEPT);
  }

  @Test
  void theUserCanReleaseTheKeyNow() {
    lease.close();
    assertOver(KeyLease.End.RELEASED);
  }

  @Test
  void theFirstFailureOfTheKeyEndsIt() throws Exception {
    sign();
    bridge.failsAtSigning(new KeyFault.Removed("1"));
    assertThatThrownBy(this::sign).isInstanceOf(KeyException.class);
    assertOver(KeyLease.End.KEY_FAILED);
  }

  @Test
  void aSignatureThatIsCancelledEndsItSinceItsHostIsGone() {
    bridge.isCancelledAtSigning();
    assertThatThrownBy(this::sign).isInstanceOf(InterruptedException.class);
    assertOver(KeyLease.End.CANCELLED);
  }

  @Test
  void workThatBeganUnderALeaseDoesNotOutliveIt() throws Exception {
    KeySession session = lease.open();
    lease.close();
    assertThatThrownBy(() -> session.sign(SignatureAlgorithm.SHA256_WITH_RSA, new byte[] {1}))
        .isInstanceOf(KeyException.class);
    assertThat(bridge.signed()).isZero();
  }
}
