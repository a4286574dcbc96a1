package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever plugs and signs all day ends with as much memory, as many threads, descriptors and
/// processes as after the first few times, and with no file left behind.
@Timeout(1800)
class GrowthTest {
  private static final boolean FULL = "full".equals(System.getProperty("certassist.counts"));
  private static final int ROUNDS = FULL ? 200 : 10;
  private static final int SIGNATURES = FULL ? 10_000 : 300;
  private static final double MOST_RESIDENT = 100;

  /// What comes and goes by itself: the JDK's own helper threads and what they have open.
  private static final int BY_ITSELF = 4;

  /// A JVM takes its young generation into use piece by piece; small counts do not fill it once.
  private static final double HOST_GROWTH = FULL ? 10 : 25;

  private static final double CLIENT_GROWTH = 2;
  private static final byte[] MESSAGE = {1, 2, 3};

  @TempDir Path folder;
  private HostLaunch launch;
  private Path temporary;

  /// What a client holds besides memory.
  private record Held(int threads, long descriptors, int hosts) {
    static Held now() {
      return new Held(
          ManagementFactory.getThreadMXBean().getThreadCount(),
          ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
              .getOpenFileDescriptorCount(),
          HostFigures.hosts().size());
    }
  }

  /// Hosts with a folder for temporary files of their own.
  @BeforeEach
  void launch() throws IOException {
    temporary = Files.createDirectories(folder.resolve("temporary"));
    Path java = Files.createDirectories(folder.resolve("java").resolve("bin")).resolve("java");
    HostLaunch usual = TestHost.launch();
    Files.writeString(
        java,
        "#!/bin/sh\nexec '%s' -Djava.io.tmpdir='%s' \"$@\"\n"
            .formatted(usual.javaHome().resolve("bin").resolve("java"), temporary));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    launch = new HostLaunch(folder.resolve("java"), usual.classPath(), false);
  }

  private BridgeKeys keys(SimulatedKey key) {
    return new BridgeKeys(
        launch, TestHost.patient(), TestHost.freshMemory(), List.of(key.driver()));
  }

  private static KeySession open(BridgeKeys keys, SimulatedKey key) throws Exception {
    try (Pin pin = SoftHsm.pin(Simulator.PIN)) {
      return keys.open(new SigningKey(key.token(), key.rsa()), pin, false);
    }
  }

  private static void sign(KeySession session, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      var _ = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
    }
  }

  private static void replug(BridgeKeys keys, SimulatedKey key) throws Exception {
    key.simulator().pull("key");
    assertThat(keys.inventory().keys()).isEmpty();
    key.simulator().plug("key", 1);
    assertThat(TestToken.only(keys.inventory())).isEqualTo(key.token());
  }

  private void assertNoFileIsLeft() throws IOException {
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aKeyPluggedAgainAndAgainCostsItsHostNothing() throws Exception {
    SimulatedKey key = SimulatedKey.forOurOwnBinding(folder.resolve("simulator"));
    try (BridgeKeys keys = keys(key)) {
      for (int round = 0; round < ROUNDS / 5; round++) {
        replug(keys, key);
      }
      ProcessHandle host = HostFigures.only();
      double before = HostFigures.residentMegabytes(host);
      Held held = Held.now();
      for (int round = 0; round < ROUNDS; round++) {
        replug(keys, key);
      }
      double after = HostFigures.residentMegabytes(host);
      System.out.printf(
          Locale.ROOT,
          "growth: %d plug rounds in one host: %.1f to %.1f MB, %s, %s%n",
          ROUNDS,
          before,
          after,
          held,
          Held.now());
      assertThat(HostFigures.only()).isEqualTo(host);
      assertThat(after).isLessThan(before + HOST_GROWTH).isLessThan(MOST_RESIDENT);
      assertNotMoreThan(held);
    }
    assertNoFileIsLeft();
  }

  @Test
  void aKeyUsedAgainAndAgainLeavesNoProcessBehind() throws Exception {
    SimulatedKey key = SimulatedKey.forOurOwnBinding(folder.resolve("simulator"));
    try (BridgeKeys keys = keys(key)) {
      double most = use(keys, key, ROUNDS / 5);
      Held before = Held.now();
      most = Math.max(most, use(keys, key, ROUNDS));
      System.out.printf(
          Locale.ROOT,
          "growth: %d rounds with a login: at most %.1f MB, %s, %s%n",
          ROUNDS,
          most,
          before,
          Held.now());
      assertThat(most).isLessThan(MOST_RESIDENT);
      assertNotMoreThan(before);
    }
    assertNoFileIsLeft();
  }

  /// What the largest of the hosts held.
  private static double use(BridgeKeys keys, SimulatedKey key, int rounds) throws Exception {
    double most = 0;
    for (int round = 0; round < rounds; round++) {
      replug(keys, key);
      try (KeySession session = open(keys, key)) {
        sign(session, 1);
        most = Math.max(most, HostFigures.residentMegabytes(HostFigures.only()));
      }
    }
    return most;
  }

  private static void assertNotMoreThan(Held before) {
    Held now = Held.now();
    assertThat(now.threads()).isLessThanOrEqualTo(before.threads() + BY_ITSELF);
    assertThat(now.descriptors()).isLessThanOrEqualTo(before.descriptors() + BY_ITSELF);
    assertThat(now.hosts()).isLessThanOrEqualTo(before.hosts() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixed", "removable"})
  void signaturesUnderOnePinCostNoMemory(String reader) throws Exception {
    SimulatedKey key =
        SimulatedKey.in(
            folder.resolve("simulator"), "reader = " + reader + "\n" + Simulator.ONE_KEY);
    try (BridgeKeys keys = keys(key);
        KeySession session = open(keys, key)) {
      sign(session, SIGNATURES / 4);
      ProcessHandle host = HostFigures.only();
      double before = HostFigures.residentMegabytes(host);
      double client = usedMegabytes();
      sign(session, SIGNATURES);
      double after = HostFigures.residentMegabytes(host);
      double clientAfter = usedMegabytes();
      System.out.printf(
          Locale.ROOT,
          "growth: %d signatures, reader %s: host %.1f to %.1f MB, client %.2f to %.2f MB%n",
          SIGNATURES,
          reader,
          before,
          after,
          client,
          clientAfter);
      assertThat(after).isLessThan(before + HOST_GROWTH).isLessThan(MOST_RESIDENT);
      assertThat(clientAfter).isLessThan(client + CLIENT_GROWTH);
    }
    assertNoFileIsLeft();
  }

  /// What the client's heap holds for good.
  private static double usedMegabytes() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }
}
