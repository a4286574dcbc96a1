package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Engine;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.PinState;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole way through a host process to a token of SoftHSM2 and back.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoftHsmTest {
  private static final byte[] MESSAGE = {1, 2, 3, 4, 5};

  private final TestToken token;

  SoftHsmTest(@TempDir Path folder) throws Exception {
    token = TestToken.in(folder);
  }

  private BridgeKeys keys() {
    return token.keys(token.softHsm().driver());
  }

  @Test
  void theTokenIsListedWithItsCertificates() throws Exception {
    try (BridgeKeys keys = keys()) {
      Inventory inventory = keys.inventory();
      assertThat(inventory.drivers())
          .singleElement()
          .satisfies(driver -> assertThat(driver.state()).isEqualTo(DriverState.READY));
      TokenKey key = TestToken.only(inventory);
      assertThat(key.serial()).isEqualTo(token.serial());
      assertThat(key.label()).isEqualTo(TestToken.LABEL);
      assertThat(key.manufacturer()).isEqualTo("SoftHSM project");
      assertThat(key.model()).isEqualTo("SoftHSM v2");
      assertThat(key.pin().pad()).isFalse();
      assertThat(key.certificates()).containsExactlyInAnyOrder(token.rsa(), token.ec());
      assertThat(key.others()).containsExactly(token.ca());
    }
  }

  @Test
  void rsaAndEcSignThroughTheJdksProvider() throws Exception {
    try (BridgeKeys keys = keys()) {
      TokenKey key = TestToken.only(keys.inventory());
      try (var pin = SoftHsm.pin(SoftHsm.PIN);
          KeySession session = keys.open(new SigningKey(key, token.rsa()), pin, false)) {
        var signature = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
        assertThat(signature.engine()).isEqualTo(Engine.SUNPKCS11);
        assertThat(signature.value()).hasSize(256);
      }
      try (var pin = SoftHsm.pin(SoftHsm.PIN);
          KeySession session = keys.open(new SigningKey(key, token.ec()), pin, false)) {
        var signature = session.sign(SignatureAlgorithm.SHA256_WITH_ECDSA, MESSAGE);
        assertThat(signature.engine()).isEqualTo(Engine.SUNPKCS11);
      }
    }
  }

  @Test
  void aWrongPinIsSeenInTheTokensFlagsAndTheRightOneMendsThem() throws Exception {
    try (BridgeKeys keys = keys()) {
      TokenKey key = TestToken.only(keys.inventory());
      try (var wrong = SoftHsm.pin("999999")) {
        assertThat(faultOf(keys, key, wrong))
            .isEqualTo(new KeyFault.PinWrong(PinState.WRONG_TRIED));
      }
      assertThat(TestToken.only(keys.inventory()).pin().state()).isEqualTo(PinState.WRONG_TRIED);
      try (var pin = SoftHsm.pin(SoftHsm.PIN);
          KeySession session = keys.open(new SigningKey(key, token.rsa()), pin, false)) {
        assertThat(session.key().certificate()).isEqualTo(token.rsa());
      }
      assertThat(TestToken.only(keys.inventory()).pin().state()).isEqualTo(PinState.OK);
    }
  }

  @Test
  void aPinOfImpossibleLengthIsRefusedWithTheLimits() throws Exception {
    try (BridgeKeys keys = keys();
        var shortPin = SoftHsm.pin("12")) {
      TokenKey key = TestToken.only(keys.inventory());
      assertThat(faultOf(keys, key, shortPin)).isEqualTo(new KeyFault.PinUnusable(4, 255));
    }
  }

  private KeyFault faultOf(BridgeKeys keys, TokenKey key, org.certassist.core.key.Pin pin)
      throws InterruptedException {
    try (KeySession session = keys.open(new SigningKey(key, token.rsa()), pin, false)) {
      throw new AssertionError("logged in to " + session.key());
    } catch (KeyException e) {
      return e.fault();
    }
  }

  @Test
  void afterTheSessionIsClosedNobodyIsLoggedInAnyMore() throws Exception {
    try (BridgeKeys keys = keys()) {
      TokenKey key = TestToken.only(keys.inventory());
      KeySession session;
      try (var pin = SoftHsm.pin(SoftHsm.PIN)) {
        session = keys.open(new SigningKey(key, token.rsa()), pin, false);
      }
      session.close();
      assertThatThrownBy(() -> session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE))
          .isInstanceOfSatisfying(
              KeyException.class,
              e -> assertThat(e.fault()).isEqualTo(new KeyFault.Removed(token.serial())));
    }
  }

  @Test
  void keysAreFoundAnewAfterALogoutAndALogin() throws Exception {
    try (BridgeKeys keys = keys()) {
      TokenKey key = TestToken.only(keys.inventory());
      for (int round = 0; round < 3; round++) {
        try (var pin = SoftHsm.pin(SoftHsm.PIN);
            KeySession session = keys.open(new SigningKey(key, token.rsa()), pin, false)) {
          assertThat(session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE).engine())
              .isEqualTo(Engine.SUNPKCS11);
        }
      }
    }
  }

  @Test
  void theSameKeyBehindTwoDriversIsListedOnceAndSignsFromAnyPath(@TempDir Path other)
      throws Exception {
    Path copy = Files.createDirectory(other.resolve("驱动 程序")).resolve("p11 驱动.so");
    Files.copy(SoftHsm.MODULE, copy);
    Driver second =
        new Driver(
            "second",
            "the same again",
            Driver.Interface.PKCS11,
            List.of(copy),
            token.softHsm().variables());
    try (BridgeKeys keys = token.keys(token.softHsm().driver(), second)) {
      Inventory inventory = keys.inventory();
      assertThat(inventory.drivers()).hasSize(2);
      assertThat(TestToken.only(inventory).driver()).isEqualTo("softhsm2");
    }
    try (BridgeKeys keys = token.keys(second);
        var pin = SoftHsm.pin(SoftHsm.PIN)) {
      TokenKey key = TestToken.only(keys.inventory());
      try (KeySession session = keys.open(new SigningKey(key, token.rsa()), pin, false)) {
        assertThat(session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE).engine())
            .isEqualTo(Engine.SUNPKCS11);
      }
    }
  }

  @Test
  void aMissingDriverAndAFileThatIsNoneAreReportsNotExceptions(@TempDir Path other)
      throws Exception {
    Path text = Files.writeString(other.resolve("text.so"), "not a library");
    Driver missing = token.softHsm().driver(other.resolve("missing.so"));
    Driver library = token.softHsm().driver(Path.of("/lib/x86_64-linux-gnu/libm.so.6"));
    try (BridgeKeys keys = token.keys(missing, token.softHsm().driver(text), library)) {
      Inventory inventory = keys.inventory();
      assertThat(inventory.keys()).isEmpty();
      assertThat(inventory.drivers())
          .extracting(report -> report.state())
          .containsExactly(
              DriverState.NOT_INSTALLED, DriverState.REFUSED, DriverState.NOT_A_DRIVER);
      assertThat(inventory.drivers().get(0).path()).isEqualTo(Optional.empty());
      assertThat(inventory.drivers().get(1).reason()).contains("file too short");
      assertThat(inventory.drivers().get(2).reason()).contains("C_GetFunctionList");
    }
  }

  @Test
  void aTokenInUseIsNeverInitialisedAgain() throws Exception {
    try (var workshop =
            new TokenWorkshop(TestHost.launch(), TestHost.patient(), token.softHsm().driver());
        var pin = SoftHsm.pin(SoftHsm.PIN);
        var soPin = SoftHsm.pin("24681012")) {
      String second = workshop.initToken("second", soPin, pin);
      assertThat(second).isNotEqualTo(token.serial());
    }
    try (BridgeKeys keys = keys()) {
      assertThat(keys.inventory().keys())
          .filteredOn(key -> key.serial().equals(token.serial()))
          .singleElement()
          .satisfies(key -> assertThat(key.certificates()).hasSize(2));
    }
  }
}
