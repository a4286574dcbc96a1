package org.certassist.keys.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.key.TokenKey;
import org.certassist.keys.bridge.BridgeKeys;
import org.certassist.keys.bridge.SimulatedDriver;

/// A key that is made once and copied for each trial, so that each has tries and counters of its
/// own.
///
/// @param configuration the simulator's, without the state folder
/// @param folder the made one
/// @param key as it is listed while nothing goes wrong
record SimulatedToken(String configuration, Path folder, TokenKey key) {
  static final String NAME = "key";

  /// Where it is plugged in.
  static final long SLOT = 1;

  static SimulatedToken in(Path folder, String configuration) throws Exception {
    Simulator simulator = Simulator.in(folder, configuration);
    try (BridgeKeys keys = SimulatedDriver.keys(simulator)) {
      return new SimulatedToken(configuration, folder, keys.inventory().keys().getFirst());
    }
  }

  /// A blank one, in the place of another.
  static SimulatedToken blank(Path folder, TokenKey other) throws IOException {
    Files.createDirectories(folder.resolve("state").resolve("tokens"));
    return new SimulatedToken("[token key]\ninitialized = no\nserial = SIM0001\n", folder, other);
  }

  /// The same key in another folder, never called there.
  Simulator copyTo(Path target) throws IOException {
    Simulator copy = Simulator.in(target, configuration);
    Path from = folder.resolve("state").resolve("tokens");
    Path to = target.resolve("state").resolve("tokens");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return copy;
  }
}
