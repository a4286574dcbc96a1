package org.certassist.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.detection.DetectDrivers;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.datafiles.CatalogueShelf;
import org.certassist.datafiles.DriverCatalogue;
import org.certassist.keys.bridge.Admission;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.Quarantine;
import org.certassist.keys.certificate.X509Certificates;
import org.certassist.platform.ThisPc;
import org.certassist.platform.library.SystemDriverFiles;

/// How long it takes to say which keys are plugged in and what became of every driver: the
/// catalogue, the sockets, the registry, the drivers' files and the drivers, read anew each time.
final class DetectionSpeed {
  private static final int ROUNDS = 5;
  private static final Path SOFTHSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final List<Path> MODULES =
      List.of(
          SOFTHSM,
          Path.of("/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/libp11-kit.so.0"));

  private final Report report;
  private final Path folder = Files.createTempDirectory("certassist-bench");

  DetectionSpeed(Report report) throws IOException {
    this.report = report;
  }

  void measure() throws Exception {
    measure("no driver installed", 1, List.of());
    measure("three modules that load", 3, MODULES.stream().map(this::driver).toList());
    Simulator hanging = Simulator.in(Files.createDirectory(folder.resolve("hanging")), "");
    hanging.always("C_GetSlotList", SimulatedFault.hang());
    Driver hangs = driver(Simulator.module(), hanging.variables());
    measure(
        "one of them hangs",
        12,
        Stream.concat(Stream.of(hangs), MODULES.stream().skip(1).map(this::driver)).toList());
    loadedOnce();
  }

  private Driver driver(Path module) {
    Path configuration = folder.resolve("softhsm2.conf");
    return driver(module, Map.of("SOFTHSM2_CONF", configuration.toString()));
  }

  private static Driver driver(Path module, Map<String, String> variables) {
    return new Driver(
        module.getFileName().toString(),
        module.getFileName().toString(),
        Driver.Interface.PKCS11,
        List.of(module),
        variables);
  }

  private void measure(String what, double limit, List<Driver> installed) throws Exception {
    Files.createDirectories(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"),
        "directories.tokendir = " + folder.resolve("tokens") + "\n");
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      DriverOverview overview = detected(installed);
      seconds.add((System.nanoTime() - start) / 1e9);
      long there =
          overview.drivers().stream()
              .map(DriverReport::state)
              .filter(state -> state != DriverState.NOT_INSTALLED)
              .count();
      if (there != installed.size()) {
        throw new IOException("not what was installed: " + overview.drivers());
      }
    }
    report.atMost(
        "detection, " + what + ": seconds, worst of " + ROUNDS,
        seconds.stream().max(Double::compare).orElseThrow(),
        limit,
        String.format(Locale.ROOT, "(first %.2f)", seconds.getFirst()));
  }

  /// The catalogue's own drivers are as if not installed: what this PC has must not count.
  private DriverOverview detected(List<Driver> installed) throws Exception {
    DriverCatalogue reader = new DriverCatalogue("Linux", Map.of());
    DriverCatalogue.Whole catalogue =
        new CatalogueShelf(folder, Optional.empty(), reader).current().catalogue();
    Stream<Driver> absent =
        catalogue.drivers().stream()
            .map(driver ->
                new Driver(
                    driver.id(),
                    driver.product(),
                    driver.kind(),
                    driver.paths().stream().map(path -> folder.resolve("none" + path)).toList(),
                    driver.variables()));
    ThisPc pc = ThisPc.of("Linux", "amd64", Map.of(), folder, new X509Certificates());
    try (BridgeKeys keys =
        new BridgeKeys(
            Hosts.launch(),
            Deadlines.standard(),
            new Admission(
                SystemDriverFiles.ofThisPc(folder.resolve("known-drivers.txt"), Map.of()),
                Quarantine.inMemory(Clock.systemUTC())),
            Stream.concat(installed.stream(), absent).toList())) {
      return new DetectDrivers(
              catalogue.products(), pc.devices(), pc.registered(), PickedDrivers.NONE)
          .detect(keys.inventory().drivers());
    }
  }

  private void loadedOnce() throws Exception {
    Simulator simulator =
        Simulator.in(Files.createDirectory(folder.resolve("counting")), Simulator.ONE_KEY);
    Path link = Files.createSymbolicLink(folder.resolve("link.so"), Simulator.module());
    var _ =
        detected(
            List.of(
                driver(Simulator.module(), simulator.variables()),
                driver(link, simulator.variables())));
    report.atMost(
        "loads of a driver that two entries name", (double) simulator.calls("C_Initialize"), 1, "");
  }
}
