package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.Engine;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.PinState;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a driver does costs one call, no PIN and no window.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehavingDriverTest {
  private static final byte[] MESSAGE = {1, 2, 3, 4, 5};

  private final Shim shim;

  MisbehavingDriverTest(@TempDir Path folder) throws Exception {
    shim = Shim.compile(folder, TestToken.in(folder));
  }

  private RawSignature openAndSign(BridgeKeys keys) throws KeyException, InterruptedException {
    SigningKey key = new SigningKey(keyOf(), shim.token().rsa());
    try (var pin = SoftHsm.pin(SoftHsm.PIN);
        KeySession session = keys.open(key, pin, false)) {
      return session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
    }
  }

  /// The token as any inventory through the shim shows it.
  private org.certassist.core.key.TokenKey keyOf() {
    return new org.certassist.core.key.TokenKey(
        shim.library(),
        "shim",
        "SoftHSM project",
        "SoftHSM v2",
        shim.token().serial(),
        TestToken.LABEL,
        org.certassist.core.key.TokenPin.usual(PinState.OK),
        List.of(shim.token().rsa(), shim.token().ec()),
        List.<EncodedCertificate>of());
  }

  private KeyFault faultOf(BridgeKeys keys) {
    KeyException failure = catchThrowableOfType(KeyException.class, () -> openAndSign(keys));
    assertThat(failure).isNotNull();
    return failure.fault();
  }

  @ParameterizedTest
  @CsvSource({
    "C_Initialize,   openModule, 1000",
    "C_GetTokenInfo, listTokens,  300",
    "C_Login,        login,       300",
    "C_Sign,         sign,        300"
  })
  void aDriverThatHangsCostsOneCall(String function, String call, long limit) throws Exception {
    Duration long_ = Duration.ofSeconds(30);
    Duration short_ = Duration.ofMillis(limit);
    Deadlines deadlines =
        new Deadlines(
            long_,
            call.equals("openModule") ? short_ : long_,
            call.equals("login") ? short_ : long_,
            call.equals("sign") ? short_ : long_,
            call.equals("listTokens") ? short_ : long_);
    Driver driver = shim.once(function, "hang");
    try (BridgeKeys keys =
        new BridgeKeys(TestHost.launch(), deadlines, TestHost.freshMemory(), List.of(driver))) {
      if (call.equals("listTokens")) {
        DriverReport report = keys.inventory().drivers().getFirst();
        assertThat(report.state()).isEqualTo(DriverState.HUNG);
        assertThat(report.reason()).isEqualTo("listTokens 300 ms");
      } else {
        assertThat(faultOf(keys))
            .isEqualTo(new KeyFault.DriverHung(shim.library().toString(), call, limit));
      }
      assertThat(keys.inventory().drivers().getFirst().state()).isEqualTo(DriverState.READY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C_Initialize, crash", "C_Initialize, exit", "C_GetTokenInfo, abort", "C_Login, crash",
    "C_Login, exit", "C_Sign, crash", "C_Sign, abort", "C_Sign, exit"
  })
  void aDriverThatEndsItsHostCostsOneCall(String function, String fault) throws Exception {
    try (BridgeKeys keys = shim.token().keys(shim.once(function, fault))) {
      assertThat(faultOf(keys)).isEqualTo(new KeyFault.DriverCrashed(shim.library().toString()));
      assertThat(openAndSign(keys).engine()).isEqualTo(Engine.SUNPKCS11);
    }
  }

  @Test
  void aSessionWhoseHostWasLostNeverSendsThePinAgain() throws Exception {
    Path count = shim.folder().resolve("logins-lost");
    Path once = Files.createTempFile(shim.folder(), "once", "");
    Driver driver =
        shim.driver(
            "SHIM_FUNCTION",
            "C_Sign",
            "SHIM_FAULT",
            "crash",
            "SHIM_ONCE",
            once.toString(),
            "SHIM_COUNT",
            count.toString());
    try (BridgeKeys keys = shim.token().keys(driver);
        var pin = SoftHsm.pin(SoftHsm.PIN);
        KeySession session = keys.open(new SigningKey(keyOf(), shim.token().rsa()), pin, false)) {
      for (int call = 0; call < 2; call++) {
        KeyException failure =
            catchThrowableOfType(
                KeyException.class,
                () -> session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE));
        assertThat(failure.fault())
            .isEqualTo(new KeyFault.DriverCrashed(shim.library().toString()));
      }
    }
    assertThat(count).hasSize(1);
  }

  @Test
  void aHungDriverDoesNotHoldUpAnother() throws Exception {
    Driver hung = shim.driver("SHIM_FUNCTION", "C_Initialize", "SHIM_FAULT", "hang");
    Deadlines deadlines =
        new Deadlines(
            Duration.ofSeconds(30),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(),
            deadlines,
            TestHost.freshMemory(),
            List.of(hung, shim.token().softHsm().driver()))) {
      Inventory inventory = keys.inventory();
      assertThat(inventory.drivers())
          .extracting(DriverReport::state)
          .containsExactly(DriverState.HUNG, DriverState.READY);
      assertThat(TestToken.only(inventory).serial()).isEqualTo(shim.token().serial());
    }
  }

  @Test
  void aDriverThatPrintsDoesNotDisturbTheLine() throws Exception {
    try (BridgeKeys keys = shim.token().keys(shim.driver("SHIM_PRINT", "1"))) {
      assertThat(keys.inventory().keys()).hasSize(1);
      assertThat(openAndSign(keys).value()).hasSize(256);
    }
  }

  @ParameterizedTest
  @CsvSource({"40000, LOCKED, pin.locked", "20000, LAST_TRY, pin.lastTry"})
  void aPinIsNotSentToATokenThatIsLockedOrAtItsLastTry(String flags, PinState state, String fault)
      throws Exception {
    Path count = shim.folder().resolve("logins-" + flags);
    Driver driver = shim.driver("SHIM_FLAGS", flags, "SHIM_COUNT", count.toString());
    try (BridgeKeys keys = shim.token().keys(driver)) {
      assertThat(TestToken.only(keys.inventory()).pin().state()).isEqualTo(state);
      assertThat(faultOf(keys).id()).isEqualTo(fault);
      assertThat(count).doesNotExist();
    }
  }

  @Test
  void theLastTryIsSentOnceTheUserHasSaidYes() throws Exception {
    Path count = shim.folder().resolve("logins-confirmed");
    Driver driver = shim.driver("SHIM_FLAGS", "20000", "SHIM_COUNT", count.toString());
    try (BridgeKeys keys = shim.token().keys(driver);
        var wrong = SoftHsm.pin("999999")) {
      KeyException failure =
          catchThrowableOfType(
              KeyException.class,
              () -> keys.open(new SigningKey(keyOf(), shim.token().rsa()), wrong, true));
      assertThat(failure.fault()).isEqualTo(new KeyFault.PinWrong(PinState.LAST_TRY));
      assertThat(count).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHIM_ALWAYS", "SHIM_NOID"})
  void whereTheProviderCannotSignOurOwnBindingDoes(String spoiling) throws Exception {
    try (BridgeKeys keys = shim.token().keys(shim.driver(spoiling, "1"));
        var pin = SoftHsm.pin(SoftHsm.PIN);
        KeySession session = keys.open(new SigningKey(keyOf(), shim.token().rsa()), pin, false)) {
      assertThat(session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE).engine())
          .isEqualTo(Engine.CRYPTOKI);
    }
  }

  @Test
  void ourOwnBindingSignsWithEcToo() throws Exception {
    try (BridgeKeys keys = shim.token().keys(shim.driver("SHIM_ALWAYS", "1"));
        var pin = SoftHsm.pin(SoftHsm.PIN);
        KeySession session = keys.open(new SigningKey(keyOf(), shim.token().ec()), pin, false)) {
      for (int round = 0; round < 20; round++) {
        assertThat(session.sign(SignatureAlgorithm.SHA256_WITH_ECDSA, MESSAGE).engine())
            .isEqualTo(Engine.CRYPTOKI);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1"})
  void aSignatureThatDoesNotVerifyIsThrownAway(String always) throws Exception {
    Driver driver = shim.driver("SHIM_FUNCTION", "C_Sign", "SHIM_FAULT", "flip");
    Driver ours = shim.driver("SHIM_FUNCTION", "C_Sign", "SHIM_FAULT", "flip", "SHIM_ALWAYS", "1");
    try (BridgeKeys keys = shim.token().keys(always.isEmpty() ? driver : ours)) {
      assertThat(faultOf(keys)).isEqualTo(new KeyFault.WrongSignature(shim.library().toString()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C_Login,      a4,       pin.locked,   ''",
    "C_Login,      a2,       pin.unusable, ''",
    "C_Login,      5,        driver.error, 'C_Login CKR_GENERAL_ERROR'",
    "C_Login,      80000123, driver.error, 'C_Login 0x80000123'",
    "C_Sign,       32,       key.removed,  ''",
    "C_Sign,       30,       driver.error, 'C_Sign CKR_DEVICE_ERROR'",
    "C_Initialize, 5,        driver.unusable, ''"
  })
  void returnCodesAreToldByNumber(String function, String code, String id, String details)
      throws Exception {
    Driver driver = shim.driver("SHIM_FUNCTION", function, "SHIM_FAULT", "rv:" + code);
    try (BridgeKeys keys = shim.token().keys(driver)) {
      KeyFault fault = faultOf(keys);
      assertThat(fault.id()).isEqualTo(id);
      if (!details.isEmpty()) {
        assertThat(String.join(" ", fault.details())).isEqualTo(details);
      }
    }
  }

  @Test
  void absurdLengthsHarmNothing() throws Exception {
    Driver labels = shim.driver("SHIM_FUNCTION", "C_GetAttributeValue", "SHIM_FAULT", "absurd");
    try (BridgeKeys keys = shim.token().keys(labels)) {
      assertThat(TestToken.only(keys.inventory()).certificates()).hasSize(2);
    }
    Driver signatures =
        shim.driver("SHIM_FUNCTION", "C_Sign", "SHIM_FAULT", "absurd", "SHIM_ALWAYS", "1");
    try (BridgeKeys keys = shim.token().keys(signatures)) {
      assertThat(faultOf(keys)).isEqualTo(new KeyFault.DriverError("C_Sign", "CKR_GENERAL_ERROR"));
    }
  }

  @Test
  void aLabelInGbkIsReadable() throws Exception {
    String gbk = HexFormat.of().formatHex("苏州社保".getBytes(Charset.forName("GBK")));
    try (BridgeKeys keys = shim.token().keys(shim.driver("SHIM_LABEL", gbk))) {
      assertThat(TestToken.only(keys.inventory()).label()).isEqualTo("苏州社保");
    }
  }

  @Test
  void severalRequestsInFlightEachHaveTheirOwnDeadline() throws Exception {
    // Three signatures of 200 ms, one after the other, each under a deadline of 500 ms.
    Driver driver = shim.driver("SHIM_FUNCTION", "C_Sign", "SHIM_FAULT", "slow");
    Duration long_ = Duration.ofSeconds(30);
    Deadlines deadlines = new Deadlines(long_, long_, long_, Duration.ofMillis(500), long_);
    try (BridgeKeys keys =
            new BridgeKeys(TestHost.launch(), deadlines, TestHost.freshMemory(), List.of(driver));
        var pin = SoftHsm.pin(SoftHsm.PIN);
        KeySession session = keys.open(new SigningKey(keyOf(), shim.token().rsa()), pin, false);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        work.add(() -> session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE).value().length);
      }
      for (Future<Integer> done : threads.invokeAll(work)) {
        assertThat(done.get()).isEqualTo(256);
      }
    }
  }

  @Test
  void aCancelledCallEndsItsHost() throws Exception {
    try (BridgeKeys keys = shim.token().keys(shim.once("C_Sign", "hang"))) {
      AtomicReference<Optional<Throwable>> ending = new AtomicReference<>(Optional.empty());
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> ending.set(Optional.ofNullable(catchThrowable(() -> openAndSign(keys)))));
      Thread.sleep(2000);
      caller.interrupt();
      assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
      assertThat(ending.get()).containsInstanceOf(InterruptedException.class);
      assertThat(openAndSign(keys).value()).hasSize(256);
    }
  }
}
