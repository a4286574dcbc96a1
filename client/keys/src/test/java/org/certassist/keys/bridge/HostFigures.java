package org.certassist.keys.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The host processes of this program, and what they hold.
final class HostFigures {
  private static final Duration GONE = Duration.ofSeconds(10);
  private static final long LOOK_MILLISECONDS = 20;
  private static final int KILOBYTES_A_MEGABYTE = 1024;

  private HostFigures() {}

  static List<ProcessHandle> hosts() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  /// The one that is left once those that were ended are gone.
  static ProcessHandle only() throws InterruptedException {
    long end = System.nanoTime() + GONE.toNanos();
    List<ProcessHandle> before = hosts();
    Thread.sleep(LOOK_MILLISECONDS);
    List<ProcessHandle> now = hosts();
    // One that is just ending may be there at one look and the one that counts missing.
    while (now.size() != 1 || !now.equals(before)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not one host: " + now);
      }
      before = now;
      Thread.sleep(LOOK_MILLISECONDS);
      now = hosts();
    }
    return now.getFirst();
  }

  /// Megabytes that a host has in memory.
  static double residentMegabytes(ProcessHandle host) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(host.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) / KILOBYTES_A_MEGABYTE)
        .findFirst()
        .orElseThrow();
  }
}
