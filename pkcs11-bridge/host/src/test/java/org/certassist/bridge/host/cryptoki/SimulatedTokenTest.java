package org.certassist.bridge.host.cryptoki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.certassist.bridge.host.Digests;
import org.certassist.bridge.host.HostFault;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.CertificateView;
import org.certassist.bridge.protocol.Engine;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What tokens and drivers do that no installable software token does, one simulated feature each.
class SimulatedTokenTest {
  private static final TokenId KEY = new TokenId("certassist TEST", "simulator", "SIM0001");
  private static final long DEVICE_ERROR = 0x30;
  private static final long DEVICE_REMOVED = 0x32;
  private static final long CKA_LABEL = 0x3;

  /// A second token, as its first lines; more settings may follow.
  private static final String OTHER_TOKEN =
      """
      [pair other]
      token = other
      kind = p256
      id = hex:01
      [token other]
      slot = 2
      pin = 111222
      """;

  @TempDir private Path folder;

  private LoadedSimulator load(String configuration) throws Exception {
    return LoadedSimulator.in(folder, Layout.UNIX, configuration);
  }

  private static String oneKeyWith(String tokenSettings) {
    return Simulator.ONE_KEY.replace("[token key]\n", "[token key]\n" + tokenSettings + "\n");
  }

  private static void logIn(CryptokiEngine engine, TokenId token, String digits) throws HostFault {
    try (Secret pin = Secret.owning(digits.getBytes(UTF_8))) {
      engine.login(new Request.Login(token, Bytes.NONE, pin, true));
    }
  }

  private static FaultCode failure(CryptokiEngine engine, String digits) {
    return catchThrowableOfType(HostFault.class, () -> logIn(engine, KEY, digits)).fault().code();
  }

  private static Response.Signed sign(CryptokiEngine engine, String label, String keyPin)
      throws Exception {
    CertificateView certificate =
        engine.tokens().stream()
            .flatMap(token -> token.certificates().stream())
            .filter(each -> each.label().equals(label))
            .findFirst()
            .orElseThrow();
    SignAlgorithm algorithm =
        label.equals("ec") ? SignAlgorithm.ECDSA_SHA256 : SignAlgorithm.RSA_SHA256;
    try (Secret pin = Secret.owning(keyPin.getBytes(UTF_8))) {
      return engine.sign(
          new Request.Sign(
              KEY,
              Digests.sha256(certificate.der().toArray()),
              algorithm,
              Bytes.of(new byte[] {1, 2, 3}),
              pin));
    }
  }

  private static HostFault signFails(CryptokiEngine engine, String label) {
    return catchThrowableOfType(HostFault.class, () -> sign(engine, label, ""));
  }

  @Test
  void anSm2CertificateKeepsTheJdksProviderOffTheWholeToken() throws Exception {
    CryptokiEngine engine =
        load("reader = fixed\n" + Simulator.ONE_KEY + Simulator.SM2_PAIR).engine();
    logIn(engine, KEY, Simulator.PIN);
    assertThat(sign(engine, "rsa", "").engine()).isEqualTo(Engine.CRYPTOKI);
  }

  @Test
  void anAlwaysAuthenticateKeyWantsThePinForEachSignature() throws Exception {
    LoadedSimulator loaded =
        load(Simulator.ONE_KEY.replace("[pair ec]\n", "[pair ec]\nalways-authenticate = yes\n"));
    CryptokiEngine engine = loaded.engine();
    logIn(engine, KEY, Simulator.PIN);
    assertThat(signFails(engine, "ec").fault().code()).isEqualTo(FaultCode.PIN_NEEDED);
    assertThat(sign(engine, "ec", Simulator.PIN).engine()).isEqualTo(Engine.CRYPTOKI);
    assertThat(loaded.simulator().pinTries("key")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"after-login, true", "refuses-login, false"})
  void aPinThatMustBeChangedSignsNothing(String when, boolean logsIn) throws Exception {
    CryptokiEngine engine = load(oneKeyWith("must-change = " + when)).engine();
    assertThat(engine.pinState(KEY)).isEqualTo(PinState.MUST_CHANGE);
    if (logsIn) {
      logIn(engine, KEY, Simulator.PIN);
      assertThat(signFails(engine, "rsa").fault().code()).isEqualTo(FaultCode.PIN_MUST_CHANGE);
    } else {
      assertThat(failure(engine, Simulator.PIN)).isEqualTo(FaultCode.PIN_MUST_CHANGE);
    }
  }

  @Test
  void aPinPadAsksItsUserInsteadOfTheCaller() throws Exception {
    LoadedSimulator loaded = load(oneKeyWith("pin-pad = yes"));
    CryptokiEngine engine = loaded.engine();
    assertThat(engine.tokens()).extracting(TokenView::pinPad).containsExactly(true);
    loaded.simulator().types("key", "wrong");
    assertThat(failure(engine, "")).isEqualTo(FaultCode.PIN_WRONG);
    loaded.simulator().types("key", "cancel");
    assertThat(failure(engine, "")).isEqualTo(FaultCode.PIN_CANCELLED);
    assertThat(engine.pinState(KEY)).isEqualTo(PinState.WRONG_TRIED);
    loaded.simulator().types("key", "right");
    logIn(engine, KEY, "");
    assertThat(engine.pinState(KEY)).isEqualTo(PinState.OK);
  }

  @Test
  void aTokenMayKeepSilentAboutItsPin() throws Exception {
    CryptokiEngine engine =
        load(oneKeyWith("pin-state = silent\ntries = 1\nlocking-answer = locked")).engine();
    assertThat(failure(engine, "999999")).isEqualTo(FaultCode.PIN_LOCKED);
    assertThat(engine.pinState(KEY)).isEqualTo(PinState.OK);
    assertThat(failure(engine, Simulator.PIN)).isEqualTo(FaultCode.PIN_LOCKED);
  }

  @Test
  void whatAnotherKeySaysOfItsPinIsNotToldOfThisOne() throws Exception {
    LoadedSimulator loaded = load(oneKeyWith("tries = 1"));
    CryptokiEngine engine = loaded.engine();
    assertThat(failure(engine, "999999")).isEqualTo(FaultCode.PIN_WRONG);
    assertThat(engine.pinState(KEY)).isEqualTo(PinState.LOCKED);
    Bytes elsewhere = Digests.sha256(new byte[] {1});
    try (Secret pin = Secret.owning(Simulator.PIN.getBytes(UTF_8));
        Secret fresh = Secret.owning("24680".getBytes(UTF_8))) {
      assertThat(fault(() -> engine.login(new Request.Login(KEY, elsewhere, pin, false))).code())
          .isEqualTo(FaultCode.CERTIFICATE_ABSENT);
      assertThat(
              fault(() ->
                      engine.changePin(new Request.ChangePin(KEY, elsewhere, pin, fresh, false)))
                  .code())
          .isEqualTo(FaultCode.CERTIFICATE_ABSENT);
    }
    assertThat(loaded.simulator().pinTries("key")).isEqualTo(1);
  }

  @Test
  void aDeclinedUnblockingTellsTheStateOfTheAdministratorsPin() throws Exception {
    CryptokiEngine engine = load(Simulator.ONE_KEY).engine();
    assertThat(unblockFails(engine, "00000000", "24680"))
        .isEqualTo(new PinFault(FaultCode.PIN_WRONG, PinState.WRONG_TRIED));
    assertThat(unblockFails(engine, Simulator.SO_PIN, "1"))
        .isEqualTo(new PinFault(FaultCode.NEW_PIN_UNUSABLE, PinState.WRONG_TRIED));
    assertThat(engine.pinState(KEY)).isEqualTo(PinState.OK);
  }

  private record PinFault(FaultCode code, PinState state) {}

  private static PinFault unblockFails(CryptokiEngine engine, String soPin, String newPin) {
    try (Secret so = Secret.owning(soPin.getBytes(UTF_8));
        Secret fresh = Secret.owning(newPin.getBytes(UTF_8))) {
      Fault fault =
          fault(() -> engine.unblockPin(new Request.UnblockPin(KEY, Bytes.NONE, so, fresh, false)));
      return new PinFault(fault.code(), fault.pinState());
    }
  }

  private static Fault fault(ThrowingCallable work) {
    return catchThrowableOfType(HostFault.class, work).fault();
  }

  @Test
  void labelsMayBeGbkAndIdsAndLabelsEmpty() throws Exception {
    String gbk = HexFormat.of().formatHex("苏州社保".getBytes(Charset.forName("GBK")));
    CryptokiEngine engine =
        load("[token key]\nserial = SIM0001\npin = 135790\nlabel = hex:"
                + gbk
                + "\n[pair p]\ntoken = key\n")
            .engine();
    TokenView token = engine.tokens().getFirst();
    assertThat(token.label()).isEqualTo("苏州社保");
    assertThat(token.certificates()).extracting(CertificateView::label).containsExactly("");
    assertThat(token.certificates().getFirst().id().length()).isZero();
    logIn(engine, KEY, Simulator.PIN);
    assertThat(sign(engine, "", "").engine()).isEqualTo(Engine.CRYPTOKI);
  }

  @Test
  void twoTokensMayHaveTheSameSerialNumber() throws Exception {
    CryptokiEngine engine = load(Simulator.ONE_KEY + OTHER_TOKEN + "serial = SIM0001\n").engine();
    assertThat(engine.tokens()).extracting(TokenView::id).containsExactly(KEY, KEY);
    assertThat(failure(engine, Simulator.PIN)).isEqualTo(FaultCode.TOKEN_AMBIGUOUS);
  }

  @ParameterizedTest
  @CsvSource({
    "ec,  removable, CRYPTOKI",
    "rsa, removable, CRYPTOKI",
    "ec,  fixed,     SUNPKCS11",
    "rsa, fixed,     SUNPKCS11"
  })
  void aKeyPulledOutDuringASignatureIsGoneUntilItIsBackAndOpenedAnew(
      String label, String reader, Engine signer) throws Exception {
    LoadedSimulator loaded = load("reader = " + reader + "\n" + oneKeyWith("slot = 1"));
    CryptokiEngine engine = loaded.engine();
    logIn(engine, KEY, Simulator.PIN);
    assertThat(sign(engine, label, "").engine()).isEqualTo(signer);
    loaded.simulator().fault("C_SignFinal", 1, SimulatedFault.pull("key"));
    loaded.simulator().fault("C_Sign", 1, SimulatedFault.pull("key"));
    HostFault gone = signFails(engine, label);
    assertThat(gone.fault().returnCode()).isEqualTo(DEVICE_REMOVED);
    assertThat(gone.fault().code()).isEqualTo(FaultCode.TOKEN_REMOVED);
    assertThat(engine.tokens()).isEmpty();
    loaded.simulator().plug("key", 1);
    assertThat(signFails(engine, label).fault().code()).isEqualTo(FaultCode.NOT_LOGGED_IN);
    logIn(engine, KEY, Simulator.PIN);
    assertThat(sign(engine, label, "").engine()).isEqualTo(signer);
  }

  @Test
  void anotherKeyMayBePutIn() throws Exception {
    LoadedSimulator loaded =
        load(oneKeyWith("slot = 1") + OTHER_TOKEN + "plugged = no\nserial = SIM0002\n");
    CryptokiEngine engine = loaded.engine();
    logIn(engine, KEY, Simulator.PIN);
    loaded.simulator().plug("other", 1);
    assertThat(engine.tokens())
        .extracting(view -> view.id().serial() + " in " + view.slot())
        .containsExactly("SIM0002 in 1");
    assertThat(failure(engine, Simulator.PIN)).isEqualTo(FaultCode.TOKEN_ABSENT);
  }

  @Test
  void aKeyMayBeExchangedInTheMiddleOfACall() throws Exception {
    LoadedSimulator loaded =
        load(
            Simulator.ONE_KEY.replace("[token key]\n", "[token key]\nslot = 2\n")
                + OTHER_TOKEN
                + "plugged = no\nserial = SIM0002\n");
    CryptokiEngine engine = loaded.engine();
    loaded.simulator().fault("C_Login", 1, SimulatedFault.plug("other"));
    assertThat(failure(engine, Simulator.PIN)).isEqualTo(FaultCode.TOKEN_REMOVED);
    assertThat(engine.tokens()).extracting(view -> view.id().serial()).containsExactly("SIM0002");
    assertThat(loaded.simulator().pinTries("key") + loaded.simulator().pinTries("other")).isZero();
  }

  @Test
  void slotsMayGetOtherNumbersBetweenTwoCalls() throws Exception {
    LoadedSimulator loaded = load(oneKeyWith("slot = 1"));
    CkModule module = loaded.load();
    loaded.simulator().fault("C_GetTokenInfo", 1, SimulatedFault.renumber());
    long slot = module.slots().getFirst();
    CkException wrong = catchThrowableOfType(CkException.class, () -> module.tokenInfo(slot));
    assertThat(wrong.is(CkReturn.CKR_SLOT_ID_INVALID)).isTrue();
    assertThat(module.slots()).containsExactly(101L);
  }

  @Test
  void initializationMayWantAnArgument() throws Exception {
    LoadedSimulator loaded = load("initialize-argument = configdir=''\n" + Simulator.ONE_KEY);
    CkException refused = catchThrowableOfType(CkException.class, loaded::load);
    assertThat(refused.is(CkReturn.CKR_ARGUMENTS_BAD)).isTrue();
    assertThat(refused.fault().function()).isEqualTo("C_Initialize");
  }

  @Test
  void aBlankTokenCanBeMadeUsable() throws Exception {
    CryptokiEngine engine = load("[token key]\ninitialized = no\nserial = SIM0001\n").engine();
    assertThat(engine.tokens().getFirst().initialized()).isFalse();
    try (Secret soPin = Secret.owning("24681012".getBytes(UTF_8));
        Secret pin = Secret.owning("135790".getBytes(UTF_8))) {
      assertThat(engine.initToken(new Request.InitToken("neu", soPin, pin))).isEqualTo(KEY);
    }
    assertThat(engine.tokens().getFirst().label()).isEqualTo("neu");
    logIn(engine, KEY, Simulator.PIN);
  }

  @ParameterizedTest
  @CsvSource({
    "C_GetSlotList, 0x7fffffff",
    "C_GetSlotList, 0xffffffffffffffff",
    "C_FindObjects, 0x7fffffffffffffff",
    "C_FindObjects, 0xffffffffffffffff",
    "C_Sign,        0x80000000"
  })
  void countsAndLengthsThatCannotBeAreTold(String function, String length) throws Exception {
    LoadedSimulator loaded = load(Simulator.ONE_KEY);
    CkModule module = loaded.load();
    long slot = module.slots().getFirst();
    try (CkSession session = module.openSession(slot);
        Secret pin = Secret.owning(Simulator.PIN.getBytes(UTF_8))) {
      session.login(Ck.CKU_USER, pin);
      long key = privateKey(session, loaded.abi());
      long number = Long.parseUnsignedLong(length.substring(2), 16);
      loaded.simulator().fault(function, 1, SimulatedFault.length(number));
      CkException told =
          catchThrowableOfType(
              CkException.class,
              () -> {
                var _ = module.slots();
                var _ = session.find(new CkTemplate(loaded.abi()));
                var _ = session.sign(Ck.CKM_ECDSA, key, new byte[32]);
              });
      assertThat(told.fault())
          .isEqualTo(
              new Fault(
                  FaultCode.DRIVER,
                  function,
                  0,
                  PinState.UNKNOWN,
                  "CKR_OK, length " + Long.toUnsignedString(number)));
    }
  }

  @Test
  void aSlotMoreThanWasCountedIsLeftForTheNextTime() throws Exception {
    LoadedSimulator loaded = load(Simulator.ONE_KEY);
    CkModule module = loaded.load();
    loaded.simulator().fault("C_GetSlotList", 2, SimulatedFault.longer(7));
    assertThat(module.slots()).hasSize(1);
  }

  @Test
  void aSearchThatFailedDoesNotSpoilTheNextOne() throws Exception {
    LoadedSimulator loaded = load(Simulator.ONE_KEY);
    CkModule module = loaded.load();
    try (CkSession session = module.openSession(module.slots().getFirst())) {
      CkTemplate everything = new CkTemplate(loaded.abi());
      int usual = session.find(everything).size();
      loaded.simulator().fault("C_FindObjects", 1, SimulatedFault.returns(DEVICE_ERROR));
      CkException failed = catchThrowableOfType(CkException.class, () -> session.find(everything));
      assertThat(failed.is(CkReturn.CKR_DEVICE_ERROR)).isTrue();
      assertThat(session.find(everything)).hasSize(usual);
    }
  }

  @Test
  void anUnreadableTokenKeepsNobodyFromAnotherOne() throws Exception {
    LoadedSimulator loaded = load(Simulator.ONE_KEY + OTHER_TOKEN + "serial = SIM0002\n");
    CryptokiEngine engine = loaded.engine();
    loaded.simulator().fault("C_GetTokenInfo", 2, SimulatedFault.returns(DEVICE_ERROR));
    logIn(engine, KEY, Simulator.PIN);
    loaded.simulator().fault("C_GetTokenInfo", 1, SimulatedFault.returns(DEVICE_ERROR));
    assertThat(failure(engine, Simulator.PIN)).isEqualTo(FaultCode.DRIVER);
  }

  private static long privateKey(CkSession session, CkAbi abi) throws CkException {
    CkTemplate wanted =
        new CkTemplate(abi)
            .number(Ck.CKA_CLASS, Ck.CKO_PRIVATE_KEY)
            .bytes(Ck.CKA_LABEL, "ec".getBytes(UTF_8));
    return session.find(wanted).getFirst();
  }

  @Test
  void oneAttributesLengthMayBeAbsurd() throws Exception {
    LoadedSimulator loaded = load(Simulator.ONE_KEY);
    CryptokiEngine engine = loaded.engine();
    loaded.simulator().always("C_GetAttributeValue", SimulatedFault.length(1L << 40, CKA_LABEL));
    assertThat(engine.tokens().getFirst().certificates())
        .hasSize(3)
        .extracting(CertificateView::label)
        .containsOnly("");
  }

  @ParameterizedTest
  @CsvSource({"flip, 1", "garbage, 64"})
  void signaturesMayBeWrong(String fault, int atLeast) throws Exception {
    LoadedSimulator loaded = load(Simulator.ONE_KEY);
    CryptokiEngine engine = loaded.engine();
    logIn(engine, KEY, Simulator.PIN);
    byte[] right = sign(engine, "rsa", "").signature().toArray();
    loaded.simulator().always("C_SignFinal", new SimulatedFault(fault));
    loaded.simulator().always("C_Sign", new SimulatedFault(fault));
    byte[] wrong = sign(engine, "rsa", "").signature().toArray();
    int different = 0;
    for (int i = 0; i < right.length; i++) {
      different += right[i] == wrong[i] ? 0 : 1;
    }
    assertThat(different).isGreaterThanOrEqualTo(atLeast);
    loaded.simulator().heal();
    assertThat(sign(engine, "rsa", "").signature().toArray()).isEqualTo(right);
  }

  @Test
  void aCallMaySayItFailedAlthoughItWorked() throws Exception {
    LoadedSimulator loaded = load(Simulator.ONE_KEY);
    CryptokiEngine engine = loaded.engine();
    loaded.simulator().fault("C_Login", 1, SimulatedFault.returnsAfter(0x6));
    assertThat(failure(engine, Simulator.PIN)).isEqualTo(FaultCode.DRIVER);
    assertThat(loaded.simulator().pinTries("key")).isEqualTo(1);
  }

  @Test
  void garbledTextsAreOnlyUgly() throws Exception {
    LoadedSimulator loaded = load(Simulator.ONE_KEY);
    CryptokiEngine engine = loaded.engine();
    loaded.simulator().always("C_GetTokenInfo", SimulatedFault.garbage());
    assertThat(engine.tokens()).hasSize(1);
  }

  @Test
  void everyCallMayTakeItsTime() throws Exception {
    LoadedSimulator loaded = load("delay-ms = 40\n" + Simulator.ONE_KEY);
    CkModule module = loaded.load();
    long calls = loaded.simulator().log().size();
    long start = System.nanoTime();
    assertThat(module.slots()).hasSize(1);
    long made = loaded.simulator().log().size() - calls;
    assertThat(made).isEqualTo(2);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(40 * made));
  }

  @Test
  void theThirdCallCanFailWhileOthersDoNot() throws Exception {
    LoadedSimulator loaded = load(Simulator.ONE_KEY);
    CkModule module = loaded.load();
    loaded.simulator().fault("C_GetInfo", 3, SimulatedFault.returns(0x80000123L));
    assertThat(module.info()).isEqualTo(module.info());
    CkException third = catchThrowableOfType(CkException.class, module::info);
    assertThat(third.fault().returnCode()).isEqualTo(0x80000123L);
    assertThat(module.info().manufacturer()).isEqualTo("certassist TEST");
    assertThat(loaded.simulator().calls("C_GetInfo")).isEqualTo(4);
    List<String> log = loaded.simulator().log();
    assertThat(log).endsWith("C_GetInfo", "C_GetInfo", "C_GetInfo", "C_GetInfo");
  }
}
