package org.certassist.keys.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.Sm2Way;
import org.certassist.core.key.Sm2Way.Gives;
import org.certassist.core.key.Sm2Way.Takes;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.certificate.ParsedCertificate;
import org.certassist.keys.certificate.SignatureValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SM2 by a driver's own numbers, forms and Z: what verifies is given on, all else is refused.
@Timeout(120)
class Sm2KeyTest {
  private static final byte[] MESSAGE = "登记 2026-11".getBytes(UTF_8);
  private static final long OF_A_DIGEST = 0x80008105L;
  private static final long OF_DATA = 0x80008100L;

  @TempDir Path folder;

  /// A key whose SM2 certificate is its last.
  private record Sm2Key(Simulator simulator, BridgeKeys keys, TokenKey token)
      implements AutoCloseable {
    EncodedCertificate certificate() {
      return token.certificates().getLast();
    }

    KeySession open() throws KeyException, InterruptedException {
      try (var pin = SoftHsm.pin(Simulator.PIN)) {
        return keys.open(new SigningKey(token, certificate()), pin, false);
      }
    }

    RawSignature sign() throws KeyException, InterruptedException {
      try (KeySession session = open()) {
        return session.sign(SignatureAlgorithm.SM3_WITH_SM2, MESSAGE);
      }
    }

    KeyFault refusal() {
      return catchThrowableOfType(KeyException.class, this::sign).fault();
    }

    boolean verifies(RawSignature signature) {
      return new SignatureValues()
          .verifies(
              ParsedCertificate.of(certificate()).orElseThrow(),
              "SM3withSM2",
              MESSAGE,
              signature.value());
    }

    @Override
    public void close() {
      keys.close();
    }
  }

  private Sm2Key key(String driver, String pair, Sm2Way... ways) throws Exception {
    Simulator simulator = Simulator.in(folder, driver + Simulator.ONE_KEY + pair);
    BridgeKeys keys = SimulatedDriver.keys(simulator, List.of(ways));
    return new Sm2Key(simulator, keys, TestToken.only(keys.inventory()));
  }

  private Sm2Key key(String driver, Sm2Way... ways) throws Exception {
    return key(driver, Simulator.SM2_PAIR, ways);
  }

  @ParameterizedTest
  @CsvSource({
    // driver writes, puts Z,  mechanism,  is given,     is taken to write
    "raw,            inside,  0x80008105, DIGEST,       RAW",
    "der,            inside,  0x80008105, DIGEST,       DER",
    "raw,            inside,  0x80008105, DIGEST,       EITHER",
    "der,            inside,  0x80008105, DIGEST,       EITHER",
    "raw,            inside,  0x80008100, DATA,         RAW",
    "der,            inside,  0x80008100, DATA,         DER",
    "raw,            outside, 0x80008100, DATA_AFTER_Z, RAW",
    "der,            outside, 0x80008100, DATA_AFTER_Z, DER",
    "der,            outside, 0x80008100, DATA_AFTER_Z, EITHER"
  })
  void aSignatureInEachFormWithZInEachPlaceFitsItsCertificate(
      String form, String z, String mechanism, Takes takes, Gives gives) throws Exception {
    String driver = "sm2-signature = %s\nsm2-z = %s\n".formatted(form, z);
    try (Sm2Key key = key(driver, new Sm2Way(Long.decode(mechanism), takes, gives))) {
      RawSignature signature = key.sign();
      assertThat(signature.engine()).isEqualTo(Engine.CRYPTOKI);
      assertThat(signature.value()).startsWith(0x30).hasSizeBetween(68, 72);
      assertThat(key.verifies(signature)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // driver writes, puts Z,  mechanism,  is given,     is taken to write
    "der,            inside,  0x80008105, DIGEST,       RAW",
    "raw,            inside,  0x80008105, DIGEST,       DER",
    "raw,            inside,  0x80008100, DATA_AFTER_Z, RAW",
    "raw,            outside, 0x80008100, DATA,         RAW",
    "raw,            inside,  0x80008100, DIGEST,       RAW"
  })
  void whatDoesNotVerifyIsRefusedByTheNameOfTheDriverAndNothingElseIsTried(
      String form, String z, String mechanism, Takes takes, Gives gives) throws Exception {
    String driver = "sm2-signature = %s\nsm2-z = %s\n".formatted(form, z);
    var wrong = new Sm2Way(Long.decode(mechanism), takes, gives);
    var right = new Sm2Way(OF_A_DIGEST, Takes.DIGEST, Gives.EITHER);
    try (Sm2Key key = key(driver, wrong, right)) {
      assertThat(key.refusal())
          .isEqualTo(new KeyFault.Sm2Unknown(Simulator.module().toString(), mechanism));
      assertThat(key.simulator().calls("C_Sign")).isEqualTo(1);
      assertThat(key.simulator().pinTries("key")).isEqualTo(1);
    }
  }

  @Test
  void whereNoNumberFitsTheVendorsOwnAreNamedAndNothingIsSigned() throws Exception {
    try (Sm2Key key = key("", new Sm2Way(0x80000b21L, Takes.DIGEST, Gives.EITHER))) {
      KeyFault fault = key.refusal();
      assertThat(fault).isInstanceOf(KeyFault.Sm2Unknown.class);
      assertThat(fault.details().getLast().split(" "))
          .containsExactlyInAnyOrder("0x80008001", "0x80008105", "0x80008100");
      assertThat(key.simulator().calls("C_SignInit")).isZero();
    }
  }

  @Test
  void theFirstNumberThatTheKeyHasCountsAndIsAskedForOnce() throws Exception {
    try (Sm2Key key =
            key(
                "leave-out = sm2\n",
                new Sm2Way(OF_A_DIGEST, Takes.DIGEST, Gives.EITHER),
                new Sm2Way(OF_DATA, Takes.DATA, Gives.EITHER));
        KeySession session = key.open()) {
      for (int i = 0; i < 3; i++) {
        assertThat(key.verifies(session.sign(SignatureAlgorithm.SM3_WITH_SM2, MESSAGE))).isTrue();
      }
      assertThat(key.simulator().calls("C_GetMechanismList")).isEqualTo(2);
      assertThat(key.simulator().calls("C_Sign")).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"0xffff0001, 0xffff0002", "0x00010002, 0x00010004"})
  void aVendorMayHaveAnyNumbers(String digest, String data) throws Exception {
    String driver =
        "ckk-sm2 = 0x00010001\nckm-sm2 = %s\nckm-sm3-sm2 = %s\n".formatted(digest, data);
    try (Sm2Key key = key(driver, new Sm2Way(Long.decode(digest), Takes.DIGEST, Gives.RAW))) {
      assertThat(key.verifies(key.sign())).isTrue();
    }
  }

  @Test
  void aFlippedBitInALaterSignatureIsSeenToo() throws Exception {
    try (Sm2Key key = key("", new Sm2Way(OF_A_DIGEST, Takes.DIGEST, Gives.RAW));
        KeySession session = key.open()) {
      assertThat(key.verifies(session.sign(SignatureAlgorithm.SM3_WITH_SM2, MESSAGE))).isTrue();
      key.simulator().fault("C_Sign", 1, SimulatedFault.flip());
      assertThat(
              catchThrowableOfType(
                      KeyException.class,
                      () -> session.sign(SignatureAlgorithm.SM3_WITH_SM2, MESSAGE))
                  .fault())
          .isInstanceOf(KeyFault.Sm2Unknown.class);
    }
  }

  @Test
  void aKeyThatWantsItsPinForEachSignatureGetsItOnceForEach() throws Exception {
    try (Sm2Key key =
            key(
                "",
                Simulator.SM2_PAIR + "always-authenticate = yes\n",
                new Sm2Way(OF_A_DIGEST, Takes.DIGEST, Gives.RAW));
        KeySession session = key.open()) {
      for (int i = 0; i < 2; i++) {
        assertThat(key.verifies(session.sign(SignatureAlgorithm.SM3_WITH_SM2, MESSAGE))).isTrue();
      }
      assertThat(key.simulator().pinTries("key")).isEqualTo(3);
    }
  }

  /// @param before the pair that is found first
  @ParameterizedTest
  @CsvSource({
    "01, [pair other]|token = key|kind = rsa|id = hex:01|label = other",
    "04, [pair other]|token = key|kind = sm2|usage = encryption|id = hex:04|label = other",
    "'', [pair other]|token = key|kind = sm2|usage = encryption|label = other"
  })
  void theKeyThatSignsIsFoundAmongOthersOfItsId(String id, String before) throws Exception {
    String token = Simulator.ONE_KEY.substring(0, Simulator.ONE_KEY.indexOf("[pair signing]"));
    String own = Simulator.SM2_PAIR.replace("hex:04", id.isEmpty() ? "" : "hex:" + id);
    Simulator simulator = Simulator.in(folder, token + before.replace('|', '\n') + "\n" + own);
    var way = new Sm2Way(OF_A_DIGEST, Takes.DIGEST, Gives.RAW);
    try (BridgeKeys keys = SimulatedDriver.keys(simulator, List.of(way));
        Sm2Key key = new Sm2Key(simulator, keys, TestToken.only(keys.inventory()))) {
      assertThat(key.verifies(key.sign())).isTrue();
    }
  }
}
