package org.certassist.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.certassist.keys.bridge.HostLaunch;

/// The host processes of a measurement.
final class Hosts {
  private Hosts() {}

  /// With this program's class path, which holds the host.
  static HostLaunch launch() {
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .map(Path::toAbsolutePath)
            .toList();
    return HostLaunch.withThisJava(classPath);
  }

  /// Megabytes of memory that the one running host holds (VmRSS).
  static double residentMegabytes() throws IOException {
    long pid =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().command().orElse("").endsWith("java"))
            .findFirst()
            .orElseThrow()
            .pid();
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToDouble(kilobytes -> Double.parseDouble(kilobytes) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
