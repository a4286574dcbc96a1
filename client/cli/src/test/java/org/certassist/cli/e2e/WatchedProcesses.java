package org.certassist.cli.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Looks all the time at the arguments and the environment of every process that the test has
/// started, and of those that they start.
final class WatchedProcesses implements AutoCloseable {
  private static final long EVERY_MILLISECONDS = 25;

  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Thread watcher = Thread.ofPlatform().daemon().name("watcher").start(this::watch);

  private void watch() {
    try {
      while (true) {
        ProcessHandle.current().descendants().forEach(this::look);
        Thread.sleep(EVERY_MILLISECONDS);
      }
    } catch (InterruptedException closed) {
      // That is all.
    }
  }

  private void look(ProcessHandle process) {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    for (String file : List.of("cmdline", "environ")) {
      try {
        seen.add(Files.readString(folder.resolve(file), ISO_8859_1));
      } catch (IOException ended) {
        // Another look may have been in time.
      }
    }
  }

  /// Whether a process with this among its arguments was seen.
  boolean saw(String argument) {
    return seen.stream().anyMatch(text -> text.contains(argument));
  }

  Set<String> findings(Canaries canaries) throws IOException {
    return canaries.in(String.join("\n", seen));
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
