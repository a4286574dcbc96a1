package org.certassist.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.Pin;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.Quarantine;

/// How soon the host is back after a driver crashed or hung in a signature: from the failed call to
/// the first listing that shows the key.
final class Recovery {
  private static final int ROUNDS = 7;
  private static final double LIMIT_SECONDS = 2;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SIGN = Duration.ofSeconds(1);
  private static final byte[] MESSAGE = "128 rows".getBytes(StandardCharsets.UTF_8);

  private final Report report;

  Recovery(Report report) {
    this.report = report;
  }

  void measure() throws Exception {
    measure("crash", SimulatedFault.crash());
    measure("exit()", SimulatedFault.exit(0));
    measure("hang past its deadline", SimulatedFault.hang());
  }

  private void measure(String what, SimulatedFault fault) throws Exception {
    Simulator simulator =
        Simulator.in(Files.createTempDirectory("certassist-bench"), Simulator.ONE_KEY);
    Driver driver =
        new Driver(
            "simulator",
            "simulated",
            Driver.Interface.PKCS11,
            List.of(Simulator.module()),
            simulator.variables());
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      // A driver that crashes so often would be in quarantine: each round remembers nothing.
      try (BridgeKeys keys =
          new BridgeKeys(
              Hosts.launch(),
              new Deadlines(LONG, LONG, LONG, SIGN, LONG),
              Quarantine.inMemory(Clock.systemUTC()),
              List.of(driver))) {
        TokenKey token = keys.inventory().keys().getFirst();
        simulator.fault("C_Sign", 1, fault);
        long failed = failing(keys, new SigningKey(token, token.certificates().getFirst()));
        Inventory back = keys.inventory();
        seconds.add((System.nanoTime() - failed) / 1e9);
        if (!back.keys().equals(List.of(token))) {
          throw new IOException("the key is not back: " + back);
        }
      }
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    report.atMost(
        "back after a " + what + ": seconds, worst of " + ROUNDS,
        sorted.getLast(),
        LIMIT_SECONDS,
        String.format(Locale.ROOT, "(median %.2f)", sorted.get(ROUNDS / 2)));
  }

  /// Signs in vain.
  ///
  /// @return the moment at which that was known
  private static long failing(BridgeKeys keys, SigningKey key) throws Exception {
    try (Pin pin = Pin.of(Simulator.PIN.toCharArray());
        KeySession session = keys.open(key, pin, false)) {
      try {
        var _ = session.sign(SignatureAlgorithm.SHA256_WITH_RSA, MESSAGE);
      } catch (KeyException expected) {
        return System.nanoTime();
      }
    }
    throw new IOException("signed");
  }
}
