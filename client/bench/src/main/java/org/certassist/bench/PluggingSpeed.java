package org.certassist.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.detection.PlugWatch;
import org.certassist.core.detection.PlugWatch.Change;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Inventory;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.Quarantine;

/// How soon a list of keys is right after one was plugged in or pulled out, with three drivers; and
/// what looking costs while nothing happens.
final class PluggingSpeed {
  private static final int ROUNDS = 6;
  private static final double LIMIT_SECONDS = 2;
  private static final int QUIET_LOOKS = 200;

  private final Report report;

  PluggingSpeed(Report report) {
    this.report = report;
  }

  void measure() throws Exception {
    Path folder = Files.createTempDirectory("certassist-bench");
    Simulator simulator = Simulator.in(folder.resolve("one"), Simulator.ONE_KEY);
    List<Driver> drivers = new ArrayList<>();
    drivers.add(driver("one", simulator));
    drivers.add(driver("two", Simulator.in(folder.resolve("two"), Simulator.ONE_KEY)));
    drivers.add(driver("three", Simulator.in(folder.resolve("three"), "")));
    try (BridgeKeys keys =
            new BridgeKeys(
                Hosts.launch(),
                Deadlines.standard(),
                Quarantine.inMemory(Clock.systemUTC()),
                drivers);
        ExecutorService hand = Executors.newSingleThreadExecutor()) {
      int all = keys.inventory().keys().size();
      looks(keys);
      PlugWatch watch = new PlugWatch(keys, PluggedDevices.NONE, PlugWatch.Rest.real());
      pulledAndPlugged(keys, watch, simulator, hand, all);
    }
  }

  private static Driver driver(String name, Simulator simulator) {
    return new Driver(
        name, name, Driver.Interface.PKCS11, List.of(Simulator.module()), simulator.variables());
  }

  private void looks(BridgeKeys keys) throws Exception {
    long start = System.nanoTime();
    for (int i = 0; i < QUIET_LOOKS; i++) {
      if (keys.hasChanged()) {
        throw new IOException("something has changed");
      }
    }
    double milliseconds = (System.nanoTime() - start) / 1e6 / QUIET_LOOKS;
    report.note("a look at three drivers while nothing happens: milliseconds", milliseconds, "");
  }

  private void pulledAndPlugged(
      BridgeKeys keys, PlugWatch watch, Simulator simulator, ExecutorService hand, int all)
      throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      boolean out = round % 2 == 0;
      Future<Long> moved = hand.submit(() -> move(simulator, out, round()));
      Change change = watch.await(() -> true);
      Inventory seen = keys.inventoryAfresh(change == Change.AT_THE_SOCKETS);
      seconds.add((System.nanoTime() - moved.get()) / 1e9);
      if (seen.keys().size() != (out ? all - 1 : all)) {
        throw new IOException("not what is plugged in: " + seen.keys());
      }
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    report.atMost(
        "list right after a plug or a pull: seconds, worst of " + ROUNDS,
        sorted.getLast(),
        LIMIT_SECONDS,
        String.format(Locale.ROOT, "(median %.2f)", sorted.get(ROUNDS / 2)));
  }

  /// Whenever in half a second it happens.
  private static long round() {
    return (long) (Math.random() * PlugWatch.PAUSE.toMillis());
  }

  private static long move(Simulator simulator, boolean out, long milliseconds) throws Exception {
    Thread.sleep(milliseconds);
    long now = System.nanoTime();
    if (out) {
      simulator.pull("key");
    } else {
      simulator.plug("key", 1);
    }
    return now;
  }
}
