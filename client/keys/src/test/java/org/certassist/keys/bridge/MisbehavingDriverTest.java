package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
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
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
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
import org.junit.jupiter.api.BeforeEach;
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
  private static final long CKA_LABEL = 0x3;

  private static final String MODULE = Simulator.module().toString();

  private final Path folder;
  private final SimulatedKey usual;
  private int variants;

  MisbehavingDriverTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    usual = SimulatedKey.in(folder.resolve("usual"));
  }

  @BeforeEach
  void nothingGoesWrongAnyMore() throws Exception {
    usual.simulator().heal();
  }

  private SimulatedKey variant(String from, String to) throws Exception {
    variants++;
    return SimulatedKey.in(folder.resolve("variant" + variants), SimulatedKey.changed(from, to));
  }

  private SimulatedKey forOurOwnBinding() throws Exception {
    variants++;
    return SimulatedKey.forOurOwnBinding(folder.resolve("variant" + variants));
  }

  private RawSignature openAndSign(BridgeKeys keys) throws KeyException, InterruptedException {
    return openAndSign(keys, usual);
  }

  private static RawSignature openAndSign(BridgeKeys keys, SimulatedKey key)
      throws KeyException, InterruptedException {
    try (var pin = SoftHsm.pin(Simulator.PIN);
        KeySession session = keys.open(new SigningKey(key.token(), key.rsa()), pin, false)) {
      return session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
    }
  }

  private KeyFault faultOf(BridgeKeys keys) {
    return faultOf(keys, usual);
  }

  private static KeyFault faultOf(BridgeKeys keys, SimulatedKey key) {
    KeyException failure = catchThrowableOfType(KeyException.class, () -> openAndSign(keys, key));
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
    usual.once(function, SimulatedFault.hang());
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(), deadlines, TestHost.freshMemory(), List.of(usual.driver()))) {
      if (call.equals("listTokens")) {
        DriverReport report = keys.inventory().drivers().getFirst();
        assertThat(report.state()).isEqualTo(DriverState.HUNG);
        assertThat(report.reason()).isEqualTo("listTokens 300 ms");
      } else {
        assertThat(faultOf(keys)).isEqualTo(new KeyFault.DriverHung(MODULE, call, limit));
      }
      assertThat(keys.inventory().drivers().getFirst().state()).isEqualTo(DriverState.READY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C_Initialize, crash", "C_Initialize, exit:0", "C_GetTokenInfo, abort", "C_Login, crash",
    "C_Login, exit:0", "C_Sign, crash", "C_Sign, abort", "C_Sign, exit:1"
  })
  void aDriverThatEndsItsHostCostsOneCall(String function, String fault) throws Exception {
    usual.once(function, new SimulatedFault(fault));
    try (BridgeKeys keys = usual.keys()) {
      assertThat(faultOf(keys)).isEqualTo(new KeyFault.DriverCrashed(MODULE));
      assertThat(openAndSign(keys).engine()).isEqualTo(Engine.SUNPKCS11);
    }
  }

  @Test
  void aSessionWhoseHostWasLostNeverSendsThePinAgain() throws Exception {
    long before = usual.simulator().pinTries("key");
    usual.once("C_Sign", SimulatedFault.crash());
    try (BridgeKeys keys = usual.keys();
        var pin = SoftHsm.pin(Simulator.PIN);
        KeySession session = keys.open(new SigningKey(usual.token(), usual.rsa()), pin, false)) {
      for (int call = 0; call < 2; call++) {
        KeyException failure =
            catchThrowableOfType(
                KeyException.class,
                () -> session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE));
        assertThat(failure.fault()).isEqualTo(new KeyFault.DriverCrashed(MODULE));
      }
    }
    assertThat(usual.simulator().pinTries("key") - before).isEqualTo(1);
  }

  @Test
  void aHungDriverDoesNotHoldUpAnother() throws Exception {
    SimulatedKey other = variant("SIM0001", "SIM0002");
    usual.always("C_Initialize", SimulatedFault.hang());
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
            List.of(usual.driver(), other.driver()))) {
      Inventory inventory = keys.inventory();
      assertThat(inventory.drivers())
          .extracting(DriverReport::state)
          .containsExactly(DriverState.HUNG, DriverState.READY);
      assertThat(TestToken.only(inventory).serial()).isEqualTo("SIM0002");
    }
  }

  @Test
  void aDriverThatPrintsDoesNotDisturbTheLine() throws Exception {
    usual.always("*", SimulatedFault.say("something"));
    try (BridgeKeys keys = usual.keys()) {
      assertThat(keys.inventory().keys()).hasSize(1);
      assertThat(openAndSign(keys).value()).hasSize(256);
    }
  }

  @ParameterizedTest
  @CsvSource({"3, LOCKED, pin.locked", "2, LAST_TRY, pin.lastTry"})
  void aPinIsNotSentToATokenThatIsLockedOrAtItsLastTry(int wrong, PinState state, String fault)
      throws Exception {
    SimulatedKey key = triedWrongly(wrong);
    try (BridgeKeys keys = key.keys()) {
      assertThat(TestToken.only(keys.inventory()).pin().state()).isEqualTo(state);
      assertThat(faultOf(keys, key).id()).isEqualTo(fault);
      assertThat(key.simulator().pinTries("key")).isEqualTo(wrong);
      assertThat(key.simulator().calls("C_Login")).isEqualTo(wrong);
    }
  }

  @Test
  void theLastTryIsSentOnceTheUserHasSaidYes() throws Exception {
    SimulatedKey key = triedWrongly(2);
    try (BridgeKeys keys = key.keys();
        var wrong = SoftHsm.pin("999999")) {
      KeyException failure =
          catchThrowableOfType(
              KeyException.class,
              () -> keys.open(new SigningKey(key.token(), key.rsa()), wrong, true));
      assertThat(failure.fault()).isEqualTo(new KeyFault.PinWrong(PinState.LOCKED));
      assertThat(key.simulator().pinTries("key")).isEqualTo(3);
    }
  }

  private SimulatedKey triedWrongly(int times) throws Exception {
    SimulatedKey key = variant("SIM0001", "SIM0001");
    try (BridgeKeys keys = key.keys()) {
      for (int i = 0; i < times; i++) {
        try (var wrong = SoftHsm.pin("999999")) {
          var _ =
              catchThrowableOfType(
                  KeyException.class,
                  () -> keys.open(new SigningKey(key.token(), key.rsa()), wrong, true));
        }
      }
    }
    return key;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereTheProviderCannotSignOurOwnBindingDoes(boolean idsAreEmpty) throws Exception {
    SimulatedKey key = idsAreEmpty ? variant("id = hex:", "#") : forOurOwnBinding();
    try (BridgeKeys keys = key.keys()) {
      assertThat(openAndSign(keys, key).engine()).isEqualTo(Engine.CRYPTOKI);
    }
  }

  @Test
  void ourOwnBindingSignsWithEcToo() throws Exception {
    SimulatedKey key = forOurOwnBinding();
    try (BridgeKeys keys = key.keys();
        var pin = SoftHsm.pin(Simulator.PIN);
        KeySession session = keys.open(new SigningKey(key.token(), key.ec()), pin, false)) {
      for (int round = 0; round < 20; round++) {
        assertThat(session.sign(SignatureAlgorithm.SHA256_WITH_ECDSA, MESSAGE).engine())
            .isEqualTo(Engine.CRYPTOKI);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSignatureThatDoesNotVerifyIsThrownAway(boolean ours) throws Exception {
    SimulatedKey key = ours ? forOurOwnBinding() : usual;
    key.always("C_Sign", SimulatedFault.flip());
    try (BridgeKeys keys = key.keys()) {
      assertThat(faultOf(keys, key)).isEqualTo(new KeyFault.WrongSignature(MODULE));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "C_Login,      a4,       pin.locked,   ''",
    "C_Login,      a2,       pin.unusable, ''",
    "C_Login,      5,        driver.error, 'C_Login CKR_GENERAL_ERROR'",
    "C_Login,      80000123, driver.error, 'C_Login 0x80000123'",
    "C_SignInit,   32,       key.removed,  ''",
    "C_SignInit,   5,        driver.error, 'C_SignInit CKR_GENERAL_ERROR'",
    "C_Sign,       32,       key.removed,  ''",
    "C_Sign,       30,       driver.error, 'C_Sign CKR_DEVICE_ERROR'",
    "C_Initialize, 5,        driver.unusable, ''"
  })
  void returnCodesAreToldByNumber(String function, String code, String id, String details)
      throws Exception {
    usual.always(function, SimulatedFault.returns(Long.parseLong(code, 16)));
    try (BridgeKeys keys = usual.keys()) {
      KeyFault fault = faultOf(keys);
      assertThat(fault.id()).isEqualTo(id);
      if (!details.isEmpty()) {
        assertThat(String.join(" ", fault.details())).isEqualTo(details);
      }
    }
  }

  @Test
  void absurdLengthsHarmNothing() throws Exception {
    SimulatedKey key = forOurOwnBinding();
    key.always("C_GetAttributeValue", SimulatedFault.length(1L << 40, CKA_LABEL));
    try (BridgeKeys keys = key.keys()) {
      assertThat(TestToken.only(keys.inventory()).certificates()).hasSize(3);
    }
    key.simulator().heal();
    key.always("C_Sign", SimulatedFault.length(1L << 31));
    try (BridgeKeys keys = key.keys()) {
      assertThat(faultOf(keys, key))
          .isEqualTo(new KeyFault.DriverError("C_Sign", "CKR_OK, length 2147483648"));
    }
  }

  @Test
  void anAbsurdLengthThatReachesTheJdksProviderEndsTheHostAndCostsOneCall() throws Exception {
    usual.always("C_GetAttributeValue", SimulatedFault.length(1L << 40, CKA_LABEL));
    long before = usual.simulator().pinTries("key");
    try (BridgeKeys keys = usual.keys()) {
      assertThat(faultOf(keys)).isEqualTo(new KeyFault.DriverCrashed(MODULE));
      assertThat(usual.simulator().pinTries("key") - before).isEqualTo(1);
      usual.simulator().heal();
      assertThat(openAndSign(keys).engine()).isEqualTo(Engine.SUNPKCS11);
    }
  }

  @Test
  void aLabelInGbkIsReadable() throws Exception {
    String gbk = HexFormat.of().formatHex("苏州社保".getBytes(Charset.forName("GBK")));
    SimulatedKey key = variant("label = 练习 key", "label = hex:" + gbk);
    assertThat(key.token().label()).isEqualTo("苏州社保");
  }

  @Test
  void severalRequestsInFlightEachHaveTheirOwnDeadline() throws Exception {
    // Four signatures of 600 ms, one after the other, each under a deadline of 2 s.
    usual.always("C_Sign", SimulatedFault.slow(600));
    Duration long_ = Duration.ofSeconds(30);
    Deadlines deadlines = new Deadlines(long_, long_, long_, Duration.ofSeconds(2), long_);
    try (BridgeKeys keys =
            new BridgeKeys(
                TestHost.launch(), deadlines, TestHost.freshMemory(), List.of(usual.driver()));
        var pin = SoftHsm.pin(Simulator.PIN);
        KeySession session = keys.open(new SigningKey(usual.token(), usual.rsa()), pin, false);
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
    long before = usual.simulator().calls("C_Sign");
    usual.once("C_Sign", SimulatedFault.hang());
    try (BridgeKeys keys = usual.keys()) {
      AtomicReference<Optional<Throwable>> ending = new AtomicReference<>(Optional.empty());
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> ending.set(Optional.ofNullable(catchThrowable(() -> openAndSign(keys)))));
      untilSigning(before);
      caller.interrupt();
      assertThat(caller.join(Duration.ofSeconds(30))).isTrue();
      assertThat(ending.get()).containsInstanceOf(InterruptedException.class);
      assertThat(openAndSign(keys).value()).hasSize(256);
    }
  }

  /// Waits until the driver has been asked for a signature more.
  private void untilSigning(long before) throws Exception {
    while (usual.simulator().calls("C_Sign") == before) {
      Thread.sleep(50);
    }
  }
}
