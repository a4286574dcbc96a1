package org.certassist.keys.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.storage.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The memory of drivers' crashes: one that crashed three times in five minutes is not started
/// again until its file has changed or the user says so.
///
/// It outlives the program, since each start of the command line is a program of its own. One crash
/// is one line: its time, the size and age of the driver's file, and its path.
public final class Quarantine {
  /// So many crashes within [#WINDOW] are too many.
  static final int CRASHES = 3;

  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

  private final Clock clock;
  private final Optional<Path> memory;
  private final List<Crash> crashes = new ArrayList<>();

  /// @param build tells whether the driver's file is still the one that crashed
  private record Crash(Instant at, String build, Path module) {
    String line() {
      return at.toEpochMilli() + " " + build + " " + module;
    }

    static Optional<Crash> of(String line) {
      String[] fields = line.split(" ", 3);
      try {
        return Optional.of(
            new Crash(
                Instant.ofEpochMilli(Long.parseLong(fields[0])), fields[1], Path.of(fields[2])));
      } catch (RuntimeException e) {
        LOG.warn("a line of the crash memory is not readable", e);
        return Optional.empty();
      }
    }
  }

  private Quarantine(Clock clock, Optional<Path> memory) {
    this.clock = clock;
    this.memory = memory;
  }

  /// Kept in a file, which need not exist.
  public static Quarantine keptIn(Path file, Clock clock) {
    Quarantine quarantine = new Quarantine(clock, Optional.of(file));
    quarantine.read(file);
    return quarantine;
  }

  /// Forgotten with the program.
  public static Quarantine inMemory(Clock clock) {
    return new Quarantine(clock, Optional.empty());
  }

  /// A driver ended its host.
  synchronized void crashed(Path module) {
    crashes.add(new Crash(clock.instant(), build(module), module));
    write();
  }

  /// @throws KeyException `driver.quarantined`
  synchronized void refuse(Path module) throws KeyException {
    if (isIn(module)) {
      throw new KeyException(
          new KeyFault.DriverQuarantined(module.toString(), CRASHES, WINDOW.toMinutes()));
    }
  }

  /// The user has said that it shall be used again.
  synchronized void release(Path module) {
    crashes.removeIf(crash -> crash.module().equals(module));
    write();
  }

  /// Three crashes of this very file that lie close together, however long ago.
  private boolean isIn(Path module) {
    String build = build(module);
    List<Instant> times =
        crashes.stream()
            .filter(crash -> crash.module().equals(module) && crash.build().equals(build))
            .map(Crash::at)
            .sorted()
            .toList();
    for (int last = CRASHES - 1; last < times.size(); last++) {
      Instant first = times.get(last - CRASHES + 1);
      if (Duration.between(first, times.get(last)).compareTo(WINDOW) <= 0) {
        return true;
      }
    }
    return false;
  }

  private static String build(Path module) {
    try {
      return Files.size(module) + "-" + Files.getLastModifiedTime(module).toMillis();
    } catch (IOException e) {
      LOG.debug("{} cannot be looked at", module, e);
      return "gone";
    }
  }

  private void read(Path file) {
    try {
      if (Files.isRegularFile(file)) {
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .map(Crash::of)
            .flatMap(Optional::stream)
            .forEach(crashes::add);
      }
    } catch (IOException e) {
      LOG.warn("the crash memory {} cannot be read; it starts empty", file, e);
    }
  }

  /// Lone crashes older than the window prove nothing any more and are dropped.
  private void write() {
    Instant old = clock.instant().minus(WINDOW);
    List<Crash> telling =
        crashes.stream()
            .filter(crash -> !crash.at().isBefore(old) || isIn(crash.module()))
            .toList();
    crashes.clear();
    crashes.addAll(telling);
    if (memory.isEmpty()) {
      return;
    }
    Path file = memory.get();
    try {
      PrivateFiles.writeLines(file, crashes.stream().map(Crash::line).toList());
    } catch (IOException e) {
      LOG.warn("the crash memory {} cannot be written", file, e);
    }
  }
}
