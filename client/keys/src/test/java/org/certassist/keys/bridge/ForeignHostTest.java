package org.certassist.keys.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.Frame;
import org.certassist.bridge.protocol.ModuleKind;
import org.certassist.bridge.protocol.Protocol;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.RequestCodec;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.ResponseCodec;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.SignAlgorithm;
import org.certassist.bridge.protocol.TokenId;
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
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The client with a host in Python, which was written from `docs/bridge-protocol.md` alone.
@Timeout(120)
class ForeignHostTest {
  private static final byte[] MESSAGE = {1, 2, 3, 4, 5};
  private static final String SHA256_DIGEST_INFO = "3031300d060960864801650304020105000420";
  private static final String WRONG = "999999";
  private static final String NEW_PIN = "新口令8642";

  @TempDir Path folder;
  private ForeignHost foreign;

  @BeforeEach
  void aHost() throws Exception {
    foreign = ForeignHost.in(folder);
  }

  private static TokenKey only(BridgeKeys keys) throws InterruptedException {
    return TestToken.only(keys.inventory());
  }

  private KeySession open(BridgeKeys keys, String digits, boolean lastTryConfirmed)
      throws KeyException, InterruptedException {
    try (var pin = SoftHsm.pin(digits)) {
      return keys.open(new SigningKey(only(keys), foreign.certificate()), pin, lastTryConfirmed);
    }
  }

  private KeyFault refusal(BridgeKeys keys, String digits, boolean lastTryConfirmed)
      throws InterruptedException {
    try (KeySession session = open(keys, digits, lastTryConfirmed)) {
      throw new AssertionError("logged in to " + session.key());
    } catch (KeyException e) {
      return e.fault();
    }
  }

  private KeyFault refusal(BridgeKeys keys, String digits) throws InterruptedException {
    return refusal(keys, digits, false);
  }

  private static void change(BridgeKeys keys, String from, String to)
      throws KeyException, InterruptedException {
    try (var present = SoftHsm.pin(from);
        var fresh = SoftHsm.pin(to)) {
      keys.changePin(only(keys), present, fresh, false);
    }
  }

  private static void unblock(BridgeKeys keys, String administrators, String to)
      throws KeyException, InterruptedException {
    try (var proof = SoftHsm.pin(administrators);
        var fresh = SoftHsm.pin(to)) {
      keys.unblockPin(only(keys), proof, fresh, false);
    }
  }

  private static KeyFault fault(ThrowingCallable work) {
    return catchThrowableOfType(KeyException.class, work).fault();
  }

  private static RawSignature sign(KeySession session) throws KeyException, InterruptedException {
    return session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
  }

  @Test
  void theKeyIsListedWithItsCertificate() throws Exception {
    try (BridgeKeys keys = foreign.keys()) {
      Inventory inventory = keys.inventory();
      assertThat(inventory.drivers())
          .extracting(DriverReport::state)
          .containsExactly(DriverState.READY);
      assertThat(TestToken.only(inventory))
          .isEqualTo(
              new TokenKey(
                  foreign.module(),
                  "foreign",
                  "Foreign Host",
                  "Python",
                  "0001",
                  "外来令牌",
                  new TokenPin(PinState.OK, PinState.OK, false, 4, 16),
                  List.of(foreign.certificate()),
                  List.of()));
    }
  }

  @Test
  void theRightPinSignsAndTheSignatureVerifies() throws Exception {
    try (BridgeKeys keys = foreign.keys();
        KeySession session = open(keys, ForeignHost.PIN, false)) {
      RawSignature signature = sign(session);
      assertThat(signature.engine()).isEqualTo(Engine.CRYPTOKI);
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(foreign.certificate().der())));
      verifier.update(MESSAGE);
      assertThat(verifier.verify(signature.value())).isTrue();
    }
  }

  @Test
  void aKeyOfAnotherKindIsNotSupposedToSignWithEc() throws Exception {
    try (BridgeKeys keys = foreign.keys();
        KeySession session = open(keys, ForeignHost.PIN, false)) {
      assertThat(fault(() -> session.sign(SignatureAlgorithm.SHA256_WITH_ECDSA, MESSAGE)))
          .isInstanceOf(KeyFault.AlgorithmUnsupported.class);
    }
  }

  @Test
  void aWrongPinIsOneTryThatTheRightOneGivesBack() throws Exception {
    try (BridgeKeys keys = foreign.keys()) {
      assertThat(refusal(keys, WRONG)).isEqualTo(new KeyFault.PinWrong(PinState.WRONG_TRIED));
      assertThat(foreign.triesLeft()).isEqualTo("user 2, admin 3");
      assertThat(only(keys).pin().state()).isEqualTo(PinState.WRONG_TRIED);
      open(keys, ForeignHost.PIN, false).close();
      assertThat(foreign.triesLeft()).isEqualTo("user 3, admin 3");
      assertThat(only(keys).pin().state()).isEqualTo(PinState.OK);
    }
  }

  @Test
  void aPinOfImpossibleLengthIsNoTry() throws Exception {
    try (BridgeKeys keys = foreign.keys()) {
      for (String pin : List.of("", "123", "1".repeat(17))) {
        assertThat(refusal(keys, pin)).isEqualTo(new KeyFault.PinUnusable(4, 16));
      }
      assertThat(foreign.triesLeft()).isEqualTo("user 3, admin 3");
    }
  }

  @Test
  void theLastTryWantsAYesAndALockedKeyGetsNoPin() throws Exception {
    try (BridgeKeys keys = foreign.keys()) {
      assertThat(refusal(keys, WRONG)).isEqualTo(new KeyFault.PinWrong(PinState.WRONG_TRIED));
      assertThat(refusal(keys, WRONG)).isEqualTo(new KeyFault.PinWrong(PinState.LAST_TRY));
      assertThat(refusal(keys, ForeignHost.PIN)).isEqualTo(new KeyFault.PinLastTry());
      assertThat(refusal(keys, WRONG)).isEqualTo(new KeyFault.PinLastTry());
      assertThat(foreign.triesLeft()).isEqualTo("user 1, admin 3");
      assertThat(refusal(keys, WRONG, true)).isEqualTo(new KeyFault.PinWrong(PinState.LOCKED));
      assertThat(refusal(keys, ForeignHost.PIN, true)).isEqualTo(new KeyFault.PinLocked());
      assertThat(foreign.triesLeft()).isEqualTo("user 0, admin 3");
      assertThat(only(keys).pin().state()).isEqualTo(PinState.LOCKED);
    }
  }

  @Test
  void aChangedPinIsTheOneInForce() throws Exception {
    try (BridgeKeys keys = foreign.keys()) {
      assertThat(fault(() -> change(keys, ForeignHost.PIN, "123")))
          .isEqualTo(new KeyFault.NewPinUnusable(4, 16));
      assertThat(fault(() -> change(keys, WRONG, NEW_PIN)))
          .isEqualTo(new KeyFault.PinWrong(PinState.WRONG_TRIED));
      assertThat(foreign.triesLeft()).isEqualTo("user 2, admin 3");
      change(keys, ForeignHost.PIN, NEW_PIN);
      assertThat(refusal(keys, ForeignHost.PIN))
          .isEqualTo(new KeyFault.PinWrong(PinState.WRONG_TRIED));
      try (KeySession session = open(keys, NEW_PIN, false)) {
        assertThat(sign(session).value()).hasSize(256);
      }
    }
  }

  @Test
  void theAdministratorUnblocksALockedKey() throws Exception {
    try (BridgeKeys keys = foreign.keys()) {
      for (int tries = 0; tries < 3; tries++) {
        assertThat(refusal(keys, WRONG, true)).isInstanceOf(KeyFault.PinWrong.class);
      }
      assertThat(fault(() -> unblock(keys, "00000000", NEW_PIN)))
          .isEqualTo(new KeyFault.AdministratorPinWrong(PinState.WRONG_TRIED));
      assertThat(foreign.triesLeft()).isEqualTo("user 0, admin 2");
      unblock(keys, ForeignHost.ADMINISTRATORS, NEW_PIN);
      assertThat(foreign.triesLeft()).isEqualTo("user 3, admin 3");
      try (KeySession session = open(keys, NEW_PIN, false)) {
        assertThat(sign(session).value()).hasSize(256);
      }
    }
  }

  @Test
  void aKilledHostCostsOneCall() throws Exception {
    try (DriverHost host = foreign.host()) {
      long first = host.connection().pid();
      foreign.hang();
      AtomicReference<Optional<Throwable>> ending = new AtomicReference<>(Optional.empty());
      Thread caller =
          Thread.ofVirtual()
              .start(() ->
                  ending.set(
                      Optional.ofNullable(
                          catchThrowable(() -> host.call(new Request.ListTokens())))));
      Thread.sleep(500);
      assertThat(ProcessHandle.of(first).orElseThrow().destroyForcibly()).isTrue();
      caller.join();
      assertThat(ending.get().orElseThrow())
          .isInstanceOfSatisfying(
              KeyException.class,
              e ->
                  assertThat(e.fault())
                      .isEqualTo(new KeyFault.DriverCrashed(foreign.module().toString())));
      foreign.goOn();
      assertThat(host.call(new Request.ListTokens())).isInstanceOf(Response.Tokens.class);
      assertThat(host.connection().pid()).isNotEqualTo(first);
    }
  }

  @Test
  void signaturesInFlightTogetherAreEachAnswered() throws Exception {
    try (BridgeKeys keys = foreign.keys();
        KeySession session = open(keys, ForeignHost.PIN, false);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        work.add(() -> sign(session).value().length);
      }
      for (Future<Integer> done : threads.invokeAll(work)) {
        assertThat(done.get()).isEqualTo(256);
      }
    }
  }

  /// A host whose third request hangs, the fourth behind it.
  private Process hangingInListTokens() throws Exception {
    foreign.hang();
    Process process = foreign.launch().start(foreign.variables());
    Request hello = new Request.Hello(Protocol.VERSION);
    Request open = new Request.OpenModule(ModuleKind.CRYPTOKI, foreign.module().toString());
    List<Request> requests = List.of(hello, open, new Request.ListTokens(), hello);
    OutputStream toHost = process.getOutputStream();
    for (int id = 1; id <= requests.size(); id++) {
      toHost.write(RequestCodec.encode(id, requests.get(id - 1)));
    }
    toHost.flush();
    assertThat(nextId(process)).isEqualTo(1);
    assertThat(nextId(process)).isEqualTo(2);
    Thread.sleep(500);
    assertThat(process.getInputStream().available()).isZero();
    return process;
  }

  @Test
  void aMechanismIsListedAndSignsByItsNumber() throws Exception {
    Bytes certificate = Bytes.of(HexFormat.of().parseHex(foreign.certificate().sha256()));
    TokenId token = new TokenId("Foreign Host", "Python", "0001");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(MESSAGE);
    byte[] info = HexFormat.of().parseHex(SHA256_DIGEST_INFO + HexFormat.of().formatHex(digest));
    Secret pin = Secret.owning(ForeignHost.PIN.getBytes(UTF_8));
    List<Request> requests =
        List.of(
            new Request.OpenModule(ModuleKind.CRYPTOKI, foreign.module().toString()),
            new Request.Login(token, certificate, pin, false),
            new Request.ListMechanisms(token, Bytes.NONE),
            new Request.SignByMechanism(token, certificate, 1, Bytes.of(info), Secret.none()),
            new Request.Sign(
                token, certificate, SignAlgorithm.RSA_SHA256, Bytes.of(MESSAGE), Secret.none()),
            new Request.SignByMechanism(token, certificate, 2, Bytes.of(info), Secret.none()),
            new Request.ListPresent());
    Process process = foreign.launch().start(foreign.variables());
    List<Response> answers = new ArrayList<>();
    for (Request request : requests) {
      process.getOutputStream().write(RequestCodec.encode(answers.size(), request));
      process.getOutputStream().flush();
      answers.add(ResponseCodec.decode(Frame.read(process.getInputStream()).orElseThrow()));
    }
    process.destroyForcibly();
    assertThat(answers.get(6)).isEqualTo(new Response.Present(List.of(token)));
    assertThat(answers.get(2)).isEqualTo(new Response.Mechanisms(List.of(1L)));
    assertThat(answers.get(3)).isInstanceOf(Response.Signed.class).isEqualTo(answers.get(4));
    assertThat(answers.get(5))
        .isInstanceOfSatisfying(
            Response.Failed.class,
            failed -> assertThat(failed.fault().code()).isEqualTo(FaultCode.ALGORITHM_UNSUPPORTED));
  }

  private static int nextId(Process process) throws IOException {
    return Frame.read(process.getInputStream()).orElseThrow().id();
  }

  @Test
  void requestsInFlightAreAnsweredInTheirOrder() throws Exception {
    Process process = hangingInListTokens();
    foreign.goOn();
    assertThat(nextId(process)).isEqualTo(3);
    assertThat(nextId(process)).isEqualTo(4);
    process.destroyForcibly();
  }

  @Test
  void theHostEndsWithItsInputEvenWhileTheTokenHangs() throws Exception {
    Process process = hangingInListTokens();
    assertThat(process.isAlive()).isTrue();
    process.getOutputStream().close();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }
}
