package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinState;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The software key that stands in where SoftHSM2 is not installed.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoftkeyTest {
  private static final byte[] MESSAGE = {9, 8, 7};

  private final Driver driver;
  private final EncodedCertificate rsa;
  private final EncodedCertificate ec;
  private final EncodedCertificate ca;

  SoftkeyTest(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("练习.p12");
    driver =
        new Driver(
            "softkey",
            "practice key (software)",
            Driver.Interface.SOFTKEY,
            List.of(file),
            Map.of());
    TestCa authority = new TestCa();
    try (var workshop = new TokenWorkshop(TestHost.launch(), TestHost.patient(), driver);
        var pin = SoftHsm.pin(SoftHsm.PIN);
        var soPin = SoftHsm.pin("24681012")) {
      assertThat(workshop.initToken("practice", soPin, pin)).startsWith("SOFT");
      var rsaKey = workshop.generateKey(TokenWorkshop.KeyKind.RSA_2048, "rsa");
      rsa = authority.certify("CN=RSA", rsaKey.publicKey());
      workshop.storeCertificate(rsaKey, "rsa", rsa);
      var ecKey = workshop.generateKey(TokenWorkshop.KeyKind.EC_P256, "ec");
      ec = authority.certify("CN=EC", ecKey.publicKey());
      workshop.storeCertificate(ecKey, "ec", ec);
      ca = authority.own();
      workshop.storeCertificate("ca", ca);
    }
    assertThat(file).exists();
    assertThat(folder.toFile().list()).hasSize(1);
  }

  private BridgeKeys keys() {
    return new BridgeKeys(
        TestHost.launch(), TestHost.patient(), TestHost.freshMemory(), List.of(driver));
  }

  @Test
  void itIsListedWithoutAPin() throws Exception {
    try (BridgeKeys keys = keys()) {
      TokenKey key = TestToken.only(keys.inventory());
      assertThat(key.label()).isEqualTo("practice key (software)");
      assertThat(key.manufacturer()).isEqualTo("practice key (software)");
      assertThat(key.certificates()).containsExactlyInAnyOrder(rsa, ec);
      assertThat(key.others()).containsExactly(ca);
    }
  }

  @Test
  void itSignsWithBothKeys() throws Exception {
    try (BridgeKeys keys = keys();
        var pin = SoftHsm.pin(SoftHsm.PIN)) {
      TokenKey key = TestToken.only(keys.inventory());
      try (KeySession session = keys.open(new SigningKey(key, rsa), pin, false)) {
        assertThat(session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE).engine())
            .isEqualTo(Engine.SOFTKEY);
      }
      try (KeySession session = keys.open(new SigningKey(key, ec), pin, false)) {
        assertThat(session.sign(SignatureAlgorithm.SHA256_WITH_ECDSA, MESSAGE).engine())
            .isEqualTo(Engine.SOFTKEY);
      }
    }
  }

  @Test
  void aWrongPinIsTheSameFaultAsOnAToken() throws Exception {
    try (BridgeKeys keys = keys();
        var wrong = SoftHsm.pin("999999")) {
      TokenKey key = TestToken.only(keys.inventory());
      assertThatThrownBy(() -> keys.open(new SigningKey(key, rsa), wrong, false))
          .isInstanceOfSatisfying(
              KeyException.class,
              e -> assertThat(e.fault()).isEqualTo(new KeyFault.PinWrong(PinState.WRONG_TRIED)));
      assertThat(TestToken.only(keys.inventory()).pin().state()).isEqualTo(PinState.WRONG_TRIED);
    }
  }

  @Test
  void anotherKeyInItsPlaceSeesNoPinAndACertificateWithoutAKeyIsNotLoggedInFor() throws Exception {
    EncodedCertificate elsewhere = new TestCa().own();
    try (BridgeKeys keys = keys();
        var wrong = SoftHsm.pin("999999");
        var pin = SoftHsm.pin(SoftHsm.PIN)) {
      TokenKey key = TestToken.only(keys.inventory());
      assertThat(refusal(keys, new SigningKey(key, elsewhere), wrong))
          .isEqualTo(new KeyFault.CertificateAbsent(key.serial()));
      assertThat(refusal(keys, new SigningKey(key, ca), pin))
          .isEqualTo(new KeyFault.NoSigningCertificate(key.serial()));
    }
  }

  private static KeyFault refusal(BridgeKeys keys, SigningKey key, Pin pin)
      throws InterruptedException {
    try (KeySession session = keys.open(key, pin, false)) {
      throw new AssertionError("logged in to " + session.key());
    } catch (KeyException e) {
      return e.fault();
    }
  }

  @Test
  void aKeyThatHoldsMoreThanOneAnswerMayIsAReportAndNoCrash(@TempDir Path folder) throws Exception {
    Driver large =
        new Driver(
            "large",
            "large",
            Driver.Interface.SOFTKEY,
            List.of(folder.resolve("large.p12")),
            Map.of());
    TestCa authority = new TestCa();
    try (var workshop = new TokenWorkshop(TestHost.launch(), TestHost.patient(), large);
        var pin = SoftHsm.pin(SoftHsm.PIN);
        var soPin = SoftHsm.pin("24681012")) {
      var _ = workshop.initToken("large", soPin, pin);
      String name = "DESCRIPTION=" + "x".repeat(600_000);
      byte[] publicKey = workshop.generateKey(TokenWorkshop.KeyKind.EC_P256, "any").publicKey();
      workshop.storeCertificate("one", authority.certify(name, publicKey));
      workshop.storeCertificate("two", authority.certify(name, publicKey));
    }
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(), TestHost.patient(), TestHost.freshMemory(), List.of(large))) {
      assertThat(keys.inventory().drivers())
          .extracting(DriverReport::state)
          .containsExactly(DriverState.REFUSED);
    }
  }

  @Test
  void aFileThatExistsIsNeverMadeAnew() throws Exception {
    try (var workshop = new TokenWorkshop(TestHost.launch(), TestHost.patient(), driver);
        var pin = SoftHsm.pin(SoftHsm.PIN);
        var soPin = SoftHsm.pin("24681012")) {
      assertThatThrownBy(() -> workshop.initToken("again", soPin, pin))
          .isInstanceOfSatisfying(
              KeyException.class,
              e ->
                  assertThat(e.fault())
                      .isEqualTo(new KeyFault.DriverError("host", "NO_BLANK_TOKEN")));
    }
  }
}
