package org.certassist.keys.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A host, or client and host together, is stopped and goes on: a call that is back within its
/// deadline is done, a later one costs its host, and no PIN is sent that was not typed for it.
///
/// That a lease ends when the wall clock ran on is shown by `KeyLeaseTest`: to a stopped process
/// both clocks run on.
@Timeout(120)
class SuspendTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final String MODULE = Simulator.module().toString();
  private static final byte[] MESSAGE = {1, 2, 3};

  @TempDir Path folder;
  private SimulatedKey key;

  @BeforeEach
  void aKey() throws Exception {
    key = SimulatedKey.forOurOwnBinding(folder);
  }

  private BridgeKeys keys(Deadlines deadlines) {
    return new BridgeKeys(
        TestHost.launch(), deadlines, TestHost.freshMemory(), List.of(key.driver()));
  }

  private KeySession open(BridgeKeys keys) throws KeyException, InterruptedException {
    try (Pin pin = SoftHsm.pin(Simulator.PIN)) {
      return keys.open(new SigningKey(key.token(), key.rsa()), pin, false);
    }
  }

  private static String sign(KeySession session) throws InterruptedException {
    try {
      return "signed "
          + session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE).value().length
          + " bytes";
    } catch (KeyException e) {
      return e.fault().id();
    }
  }

  /// Stops the one host while the driver is in a function that some work has called.
  private <T> T stoppedIn(String function, Duration stop, Callable<T> work) throws Exception {
    long host = HostFigures.only().pid();
    long before = key.simulator().calls(function);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<T> done = threads.submit(work);
      awaitCall(function, before);
      Signal.STOP.to(host);
      Thread.sleep(stop);
      if (ProcessHandle.of(host).isPresent()) {
        Signal.CONT.to(host);
      }
      return done.get();
    }
  }

  private void awaitCall(String function, long before) throws Exception {
    while (key.simulator().calls(function) == before) {
      Thread.sleep(10);
    }
  }

  @Test
  void aCallGoesOnWithItsHost() throws Exception {
    key.simulator().always("C_Sign", SimulatedFault.slow(1500));
    try (BridgeKeys keys = keys(TestHost.all(LONG));
        KeySession session = open(keys)) {
      assertThat(stoppedIn("C_Sign", SHORT, () -> sign(session))).isEqualTo("signed 256 bytes");
    }
    assertThat(key.simulator().pinTries("key")).isEqualTo(1);
  }

  @Test
  void aLoginGoesOnWithItsHostAndItsPinIsSentOnce() throws Exception {
    key.simulator().always("C_Login", SimulatedFault.slow(1500));
    try (BridgeKeys keys = keys(TestHost.all(LONG))) {
      assertThat(keys.inventory().keys()).hasSize(1);
      try (KeySession session = stoppedIn("C_Login", SHORT, () -> open(keys))) {
        assertThat(sign(session)).isEqualTo("signed 256 bytes");
      }
    }
    assertThat(key.simulator().pinTries("key")).isEqualTo(1);
  }

  @Test
  void aHostThatIsStoppedTooLongIsKilledAndTheNextPinOpensTheKey() throws Exception {
    Deadlines impatient = new Deadlines(LONG, LONG, LONG, SHORT, LONG);
    key.simulator().fault("C_Sign", 1, SimulatedFault.slow(1000));
    try (BridgeKeys keys = keys(impatient)) {
      try (KeySession session = open(keys)) {
        ProcessHandle host = HostFigures.only();
        assertThat(stoppedIn("C_Sign", SHORT.plusSeconds(1), () -> sign(session)))
            .isEqualTo("driver.hung");
        assertThat(host.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(sign(session)).isEqualTo("driver.hung");
      }
      assertThat(key.simulator().pinTries("key")).isEqualTo(1);
      try (KeySession session = open(keys)) {
        assertThat(sign(session)).isEqualTo("signed 256 bytes");
      }
    }
    assertThat(key.simulator().pinTries("key")).isEqualTo(2);
  }

  @Test
  void aLoginThatIsStoppedTooLongIsNotTriedAgainByItself() throws Exception {
    Deadlines impatient = new Deadlines(LONG, LONG, SHORT, LONG, LONG);
    key.simulator().fault("C_Login", 1, SimulatedFault.slow(1000));
    try (BridgeKeys keys = keys(impatient)) {
      assertThat(keys.inventory().keys()).hasSize(1);
      KeyFault fault =
          stoppedIn(
              "C_Login",
              SHORT.plusSeconds(1),
              () -> {
                try (KeySession opened = open(keys)) {
                  throw new AssertionError("opened " + opened.key());
                } catch (KeyException e) {
                  return e.fault();
                }
              });
      assertThat(fault).isEqualTo(new KeyFault.DriverHung(MODULE, "login", SHORT.toMillis()));
      assertThat(key.simulator().calls("C_Login")).isEqualTo(1);
      try (KeySession session = open(keys)) {
        assertThat(sign(session)).isEqualTo("signed 256 bytes");
      }
    }
    assertThat(key.simulator().calls("C_Login")).isEqualTo(2);
  }

  @Test
  void aHostThatSleptBetweenTwoCallsGoesOn() throws Exception {
    try (BridgeKeys keys = keys(TestHost.all(LONG));
        KeySession session = open(keys)) {
      assertThat(sign(session)).isEqualTo("signed 256 bytes");
      long host = HostFigures.only().pid();
      Signal.STOP.to(host);
      Thread.sleep(SHORT);
      Signal.CONT.to(host);
      assertThat(sign(session)).isEqualTo("signed 256 bytes");
    }
    assertThat(key.simulator().pinTries("key")).isEqualTo(1);
  }

  @Test
  void aHostThatDoesNotWakeUpCostsOneListing() throws Exception {
    Deadlines impatient = new Deadlines(LONG, LONG, LONG, LONG, SHORT);
    try (BridgeKeys keys = keys(impatient)) {
      assertThat(keys.inventory().keys()).hasSize(1);
      Signal.STOP.to(HostFigures.only().pid());
      assertThat(keys.inventory().drivers())
          .extracting(DriverReport::state)
          .containsExactly(DriverState.HUNG);
      assertThat(keys.inventory().keys()).hasSize(1);
    }
  }

  /// A client of its own that is stopped together with its host.
  private final class Sleeper implements AutoCloseable {
    private final Process client;
    private final BufferedReader out;
    private final OutputStream in;

    Sleeper(Duration signDeadline) throws IOException {
      client =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  SleepingClient.class.getName(),
                  key.simulator().configuration().toString(),
                  Long.toString(signDeadline.toMillis()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      out = client.inputReader(UTF_8);
      in = client.getOutputStream();
    }

    String does(String what) throws IOException {
      asks(what);
      return out.readLine();
    }

    void asks(String what) throws IOException {
      in.write((what + "\n").getBytes(UTF_8));
      in.flush();
    }

    /// The PC falls asleep for a while.
    void sleeps(Duration time) throws Exception {
      long host = client.children().findFirst().orElseThrow().pid();
      Signal.STOP.to(client.pid(), host);
      Thread.sleep(time);
      Signal.CONT.to(host, client.pid());
    }

    @Override
    public void close() throws IOException {
      in.close();
      client.destroyForcibly();
    }
  }

  @Test
  void aPcThatSleepsShortlyDuringACallFinishesIt() throws Exception {
    key.simulator().always("C_Sign", SimulatedFault.slow(1500));
    try (Sleeper sleeper = new Sleeper(LONG)) {
      assertThat(sleeper.does("open")).isEqualTo("open");
      sleeper.asks("sign");
      awaitCall("C_Sign", 0);
      sleeper.sleeps(SHORT);
      assertThat(sleeper.out.readLine()).isEqualTo("signed");
      sleeper.sleeps(SHORT);
      assertThat(sleeper.does("sign")).isEqualTo("signed");
    }
    assertThat(key.simulator().pinTries("key")).isEqualTo(1);
  }

  @Test
  void aPcThatSleepsPastTheDeadlineOfACallLosesThatCallOnly() throws Exception {
    key.simulator().fault("C_Sign", 1, SimulatedFault.slow(20_000));
    try (Sleeper sleeper = new Sleeper(SHORT)) {
      assertThat(sleeper.does("open")).isEqualTo("open");
      sleeper.asks("sign");
      awaitCall("C_Sign", 0);
      sleeper.sleeps(SHORT.plusSeconds(1));
      assertThat(sleeper.out.readLine()).isEqualTo("driver.hung");
      assertThat(sleeper.does("sign")).isEqualTo("pin.none");
      assertThat(key.simulator().pinTries("key")).isEqualTo(1);
      assertThat(sleeper.does("open")).isEqualTo("open");
      assertThat(sleeper.does("sign")).isEqualTo("signed");
    }
    assertThat(key.simulator().pinTries("key")).isEqualTo(2);
  }
}
