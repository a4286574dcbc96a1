package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.certassist.core.certificate.EncodedCertificate;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole way through a host process to a token of SoftHSM2 and back.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoftHsmTest {
  private static final byte[] MESSAGE = {1, 2, 3, 4, 5};

  private SoftHsm softHsm = new SoftHsm(Path.of("."));
  private String serial = "";
  private EncodedCertificate rsa = new EncodedCertificate(new byte[0]);
  private EncodedCertificate ec = new EncodedCertificate(new byte[0]);
  private EncodedCertificate ca = new EncodedCertificate(new byte[0]);

  @BeforeAll
  void makeAToken(@TempDir Path folder) throws Exception {
    softHsm = SoftHsm.in(folder);
    TestCa authority = new TestCa();
    try (var workshop = new TokenWorkshop(TestHost.launch(), TestHost.patient(), softHsm.driver());
        var pin = SoftHsm.pin(SoftHsm.PIN);
        var soPin = SoftHsm.pin("24681012")) {
      serial = workshop.initToken("练习 key", soPin, pin);
      var rsaKey = workshop.generateKey(TokenWorkshop.KeyKind.RSA_2048, "rsa");
      rsa = authority.certify("CN=RSA", rsaKey.publicKey());
      workshop.storeCertificate(rsaKey, "rsa", rsa);
      var ecKey = workshop.generateKey(TokenWorkshop.KeyKind.EC_P256, "ec");
      ec = authority.certify("CN=EC", ecKey.publicKey());
      workshop.storeCertificate(ecKey, "ec", ec);
      ca = authority.own();
      workshop.storeCertificate("ca", ca);
    }
  }

  private BridgeKeys keys() {
    return new BridgeKeys(TestHost.launch(), TestHost.patient(), List.of(softHsm.driver()));
  }

  private static TokenKey only(Inventory inventory) {
    assertThat(inventory.keys()).hasSize(1);
    return inventory.keys().getFirst();
  }

  @Test
  void theTokenIsListedWithItsCertificates() throws Exception {
    try (BridgeKeys keys = keys()) {
      Inventory inventory = keys.inventory();
      assertThat(inventory.drivers())
          .singleElement()
          .satisfies(driver -> assertThat(driver.state()).isEqualTo(DriverState.READY));
      TokenKey token = only(inventory);
      assertThat(token.serial()).isEqualTo(serial);
      assertThat(token.label()).isEqualTo("练习 key");
      assertThat(token.manufacturer()).isEqualTo("SoftHSM project");
      assertThat(token.model()).isEqualTo("SoftHSM v2");
      assertThat(token.pin()).isIn(PinState.OK, PinState.WRONG_TRIED);
      assertThat(token.certificates()).containsExactlyInAnyOrder(rsa, ec);
      assertThat(token.others()).containsExactly(ca);
    }
  }

  @Test
  void rsaAndEcSignThroughTheJdksProvider() throws Exception {
    try (BridgeKeys keys = keys()) {
      TokenKey token = only(keys.inventory());
      try (var pin = SoftHsm.pin(SoftHsm.PIN);
          KeySession session = keys.open(new SigningKey(token, rsa), pin, false)) {
        var signature = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
        assertThat(signature.engine()).isEqualTo(Engine.SUNPKCS11);
        assertThat(signature.value()).hasSize(256);
      }
      try (var pin = SoftHsm.pin(SoftHsm.PIN);
          KeySession session = keys.open(new SigningKey(token, ec), pin, false)) {
        var signature = session.sign(SignatureAlgorithm.SHA256_WITH_ECDSA, MESSAGE);
        assertThat(signature.engine()).isEqualTo(Engine.SUNPKCS11);
      }
    }
  }

  @Test
  void aWrongPinIsTriedOnceAndSeenInTheTokensFlags() throws Exception {
    try (BridgeKeys keys = keys()) {
      TokenKey token = only(keys.inventory());
      try (var wrong = SoftHsm.pin("999999")) {
        assertThatThrownBy(() -> keys.open(new SigningKey(token, rsa), wrong, false))
            .isInstanceOfSatisfying(
                KeyException.class,
                e -> assertThat(e.fault()).isEqualTo(new KeyFault.PinWrong(PinState.WRONG_TRIED)));
      }
      assertThat(only(keys.inventory()).pin()).isEqualTo(PinState.WRONG_TRIED);
      try (var pin = SoftHsm.pin(SoftHsm.PIN);
          KeySession session = keys.open(new SigningKey(token, rsa), pin, false)) {
        assertThat(session.key().certificate()).isEqualTo(rsa);
      }
      assertThat(only(keys.inventory()).pin()).isEqualTo(PinState.OK);
    }
  }

  @Test
  void aPinOfImpossibleLengthIsNotSent() throws Exception {
    try (BridgeKeys keys = keys()) {
      TokenKey token = only(keys.inventory());
      try (var shortPin = SoftHsm.pin("12")) {
        assertThatThrownBy(() -> keys.open(new SigningKey(token, rsa), shortPin, false))
            .isInstanceOfSatisfying(
                KeyException.class,
                e -> assertThat(e.fault()).isEqualTo(new KeyFault.PinUnusable(4, 255)));
      }
    }
  }
}
