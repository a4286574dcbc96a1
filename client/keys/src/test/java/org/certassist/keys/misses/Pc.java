package org.certassist.keys.misses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.driver.DriverFiles;
import org.certassist.core.key.Driver;
import org.certassist.core.key.DriverReport;
import org.certassist.keys.bridge.Admission;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.TestHost;
import org.certassist.platform.library.SystemDriverFiles;

/// A PC with one driver on it: real files of a driver, looked at and loaded as the program does it.
///
/// @param folder an empty one of its own
/// @param files how that PC looks at drivers' files
/// @param id what the catalogue calls the driver
record Pc(Path folder, DriverFiles files, String id) {
  static final String LINUX = "Linux";
  static final String WINDOWS = "Windows 11";

  private static final Duration PATIENT = Duration.ofSeconds(60);

  /// Of the one call that hangs; every other one answers at once, whatever the PC is busy with.
  private static final Deadlines DEADLINES =
      new Deadlines(PATIENT, Duration.ofSeconds(10), PATIENT, PATIENT, PATIENT);

  static Pc in(Path folder, String system, String id) throws IOException {
    Path own = Files.createDirectories(folder);
    return new Pc(
        own, SystemDriverFiles.of(system, "amd64", own.resolve("known.txt"), Map.of()), id);
  }

  /// A real library out of a jar, in a folder of the driver's own.
  Path sample(String resource) throws IOException {
    Path file = drivers().resolve(resource.substring(resource.lastIndexOf('/') + 1));
    try (InputStream in = Pc.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in, resource), file);
    }
    return file;
  }

  Path drivers() throws IOException {
    return Files.createDirectories(folder.resolve("drivers"));
  }

  /// The same PC where somebody else looks at the files.
  Pc with(DriverFiles others) {
    return new Pc(folder, others, id);
  }

  /// A library without any function of a driver's.
  Path library(String name, String... flags) throws IOException, InterruptedException {
    return compiled(name, "", flags);
  }

  /// A library that makes a file when it is loaded.
  Path marking(String name, Path mark) throws IOException, InterruptedException {
    return compiled(
        name,
        """
        #include <fcntl.h>
        __attribute__((constructor)) static void mark(void) { open("%s", O_CREAT, 0600); }
        """
            .formatted(mark));
  }

  private Path compiled(String name, String code, String... flags)
      throws IOException, InterruptedException {
    Path library = drivers().resolve(name);
    Path source = Files.writeString(folder.resolve(name + ".c"), code);
    List<String> command = new ArrayList<>(List.of("gcc", "-shared", "-fPIC", "-o"));
    command.addAll(List.of(library.toString(), source.toString(), "-Wl,--no-as-needed"));
    command.addAll(List.of(flags));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return library;
  }

  Simulator simulator(String configuration) throws IOException {
    return Simulator.in(folder.resolve("simulator"), configuration);
  }

  DriverReport probe(Path module) throws InterruptedException {
    return probe(module, Map.of(), 1);
  }

  DriverReport probe(Simulator simulator) throws InterruptedException {
    return probe(simulator, 1);
  }

  /// A simulated driver in which a function does something else.
  DriverReport probe(Simulator simulator, String function, SimulatedFault fault)
      throws IOException, InterruptedException {
    simulator.always(function, fault);
    return probe(simulator);
  }

  /// A file that is the simulated driver, or leads to it.
  DriverReport probe(Path module, Simulator simulator) throws InterruptedException {
    return probe(module, simulator.variables(), 1);
  }

  /// What the last of so many looks gave.
  DriverReport probe(Simulator simulator, int times) throws InterruptedException {
    return probe(Simulator.module(), simulator.variables(), times);
  }

  /// A file that the user named or picked.
  DriverReport probeChosen(Path module) throws InterruptedException {
    return probe(Driver.NAMED, module, Map.of(), 1);
  }

  private DriverReport probe(Path module, Map<String, String> variables, int times)
      throws InterruptedException {
    return probe(id, module, variables, times);
  }

  private DriverReport probe(String name, Path module, Map<String, String> variables, int times)
      throws InterruptedException {
    Driver driver =
        new Driver(name, "{driver}", Driver.Interface.PKCS11, List.of(module), variables);
    try (BridgeKeys keys =
        new BridgeKeys(
            TestHost.launch(),
            DEADLINES,
            new Admission(files, TestHost.freshMemory()),
            List.of(driver))) {
      DriverReport last = keys.inventory().drivers().getFirst();
      for (int look = 1; look < times; look++) {
        last = keys.inventory().drivers().getFirst();
      }
      return last;
    }
  }
}
