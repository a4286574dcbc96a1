package org.certassist.bridge.host.cryptoki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.certassist.bridge.host.Digests;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.CertificateView;
import org.certassist.bridge.protocol.Engine;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.KeyKind;
import org.certassist.bridge.protocol.KeyMatch;
import org.certassist.bridge.protocol.PinState;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.SignAlgorithm;
import org.certassist.bridge.protocol.TokenId;
import org.certassist.bridge.protocol.TokenView;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.bridge.simulator.Simulator.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The host's own binding against a driver laid out as on UNIX and one laid out as on Windows.
@ParameterizedClass
@EnumSource(Layout.class)
class CryptokiOnBothLayoutsTest {
  private static final TokenId KEY = new TokenId("certassist TEST", "simulator", "SIM0001");
  private static final byte[] MESSAGE = {1, 2, 3, 4, 5};

  private final LoadedSimulator loaded;
  private final CryptokiEngine engine;

  CryptokiOnBothLayoutsTest(Layout layout, @TempDir Path folder) throws Exception {
    loaded = LoadedSimulator.in(folder, layout, Simulator.ONE_KEY + Simulator.SM2_PAIR);
    engine = loaded.engine();
  }

  private void logIn(String digits) throws Exception {
    try (Secret pin = Secret.owning(digits.getBytes(UTF_8))) {
      engine.login(new Request.Login(KEY, Bytes.NONE, pin, true));
    }
  }

  private FaultCode logInFails(String digits) {
    return catchThrowableOfType(HostFault.class, () -> logIn(digits)).fault().code();
  }

  private TokenView token() throws Exception {
    List<TokenView> tokens = engine.tokens();
    assertThat(tokens).hasSize(1);
    return tokens.getFirst();
  }

  private CertificateView certificate(String label) throws Exception {
    return token().certificates().stream()
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTokenIsListedWithItsCertificates() throws Exception {
    assertThat(engine.about())
        .isEqualTo(new Response.Opened("certassist TEST", "TEST simulator, no real key", 1, 0));
    TokenView token = token();
    assertThat(token.id()).isEqualTo(KEY);
    assertThat(token.label()).isEqualTo("练习 key");
    assertThat(token.pinState()).isEqualTo(PinState.OK);
    assertThat(List.of(token.minPin(), token.maxPin())).containsExactly(4, 16);
    assertThat(token.certificates())
        .extracting(CertificateView::label)
        .containsExactly("rsa", "encryption", "ec", "sm2");
    assertThat(token.certificates())
        .extracting(CertificateView::key)
        .containsOnly(KeyMatch.PRESENT);
    assertThat(token.certificates())
        .extracting(view -> view.der().toArray())
        .containsExactlyElementsOf(loaded.simulator().certificates("key"));
  }

  @ParameterizedTest
  @CsvSource({"rsa, RSA_SHA256, SHA256withRSA", "ec, ECDSA_SHA256, SHA256withECDSA"})
  void aSignatureFitsItsCertificate(String label, SignAlgorithm algorithm, String name)
      throws Exception {
    CertificateView certificate = certificate(label);
    logIn(Simulator.PIN);
    try (Secret none = Secret.none()) {
      Response.Signed signed =
          engine.sign(
              new Request.Sign(
                  KEY,
                  Digests.sha256(certificate.der().toArray()),
                  algorithm,
                  Bytes.of(MESSAGE),
                  none));
      assertThat(signed.engine()).isEqualTo(Engine.CRYPTOKI);
      assertThat(verifies(certificate, name, signed.signature().toArray())).isTrue();
    }
    assertThat(loaded.simulator().pinTries("key")).isEqualTo(1);
  }

  private static boolean verifies(CertificateView certificate, String algorithm, byte[] signature)
      throws Exception {
    var x509 =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate.der().toArray()));
    Signature verifier = Signature.getInstance(algorithm);
    verifier.initVerify(x509.getPublicKey());
    verifier.update(MESSAGE);
    return verifier.verify(signature);
  }

  private byte[] signedByMechanism(long mechanism, byte[] input) throws Exception {
    Bytes certificate = Digests.sha256(certificate("sm2").der().toArray());
    try (Secret none = Secret.none()) {
      Response.Signed signed =
          engine.signByMechanism(
              new Request.SignByMechanism(KEY, certificate, mechanism, Bytes.of(input), none));
      assertThat(signed.engine()).isEqualTo(Engine.CRYPTOKI);
      return signed.signature().toArray();
    }
  }

  @Test
  void aVendorsMechanismIsListedAndSignsByItsNumber() throws Exception {
    logIn(Simulator.PIN);
    assertThat(engine.mechanisms(new Request.ListMechanisms(KEY, Bytes.NONE)))
        .contains(Ck.CKM_RSA_PKCS, Ck.CKM_ECDSA, 0x80008105L, 0x80008100L);
    assertThat(signedByMechanism(0x80008105L, new byte[32])).hasSize(64);
    assertThat(signedByMechanism(0x80008100L, MESSAGE)).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(longs = {0x80000123L, 0x1_8000_8105L, -1L})
  void aNumberThatTheDriverHasNotIsNoAlgorithmOfTheKey(long mechanism) throws Exception {
    logIn(Simulator.PIN);
    assertThat(
            catchThrowableOfType(HostFault.class, () -> signedByMechanism(mechanism, new byte[32]))
                .fault()
                .code())
        .isEqualTo(FaultCode.ALGORITHM_UNSUPPORTED);
  }

  @Test
  void nobodyWhoIsNotLoggedInListsMechanisms() {
    assertThat(
            catchThrowableOfType(
                    HostFault.class,
                    () -> engine.mechanisms(new Request.ListMechanisms(KEY, Bytes.NONE)))
                .fault()
                .code())
        .isEqualTo(FaultCode.NOT_LOGGED_IN);
  }

  @Test
  void wrongPinsAreCountedUntilTheKeyLocks() throws Exception {
    assertThat(logInFails("999999")).isEqualTo(FaultCode.PIN_WRONG);
    assertThat(engine.pinState(KEY)).isEqualTo(PinState.WRONG_TRIED);
    assertThat(logInFails("999999")).isEqualTo(FaultCode.PIN_WRONG);
    assertThat(engine.pinState(KEY)).isEqualTo(PinState.LAST_TRY);
    assertThat(logInFails("999999")).isEqualTo(FaultCode.PIN_WRONG);
    assertThat(engine.pinState(KEY)).isEqualTo(PinState.LOCKED);
    assertThat(logInFails(Simulator.PIN)).isEqualTo(FaultCode.PIN_LOCKED);
    assertThat(loaded.simulator().pinTries("key")).isEqualTo(3);
  }

  @Test
  void returnCodesOfVendorsKeepTheirNumber() throws Exception {
    loaded.simulator().fault("C_Login", 1, SimulatedFault.returns(0x80000123L));
    HostFault failure = catchThrowableOfType(HostFault.class, () -> logIn(Simulator.PIN));
    assertThat(failure.fault().returnCode()).isEqualTo(0x80000123L);
    assertThat(failure.fault().function()).isEqualTo("C_Login");
    assertThat(loaded.simulator().pinTries("key")).isZero();
  }

  @Test
  void aKeyAndACertificateCanBeMade() throws Exception {
    byte[] ca = loaded.simulator().certificates("key").getFirst();
    logIn(Simulator.PIN);
    Response.KeyMade made =
        engine.generateKey(new Request.GenerateKey(KEY, KeyKind.EC_P256, "neu"));
    engine.storeCertificate(new Request.StoreCertificate(KEY, made.keyId(), "neu", Bytes.of(ca)));
    assertThat(certificate("neu").key()).isEqualTo(KeyMatch.PRESENT);
  }
}
