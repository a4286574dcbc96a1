package org.certassist.platform.port;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives what one of the system's own programs prints.
@FunctionalInterface
public interface Report {
  /// Each byte as one character: programs print in the system's own encoding, and only what is
  /// ASCII in it is looked at.
  String of(List<String> command);

  /// Whether this part of what was printed is what the program meant: any other encoding agrees
  /// with this reading on ASCII alone.
  static boolean isReadable(String part) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(part);
  }

  /// From the programs themselves; empty where one is not there, or hangs.
  static Report ofPrograms() {
    return Running::print;
  }

  /// How a program is run and not waited for too long.
  final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final int MOST_SECONDS = 3;

    /// A busy PC has some thousand connections, with a hundred characters each.
    private static final int LONGEST = 4 << 20;

    private Running() {}

    private static String print(List<String> command) {
      try {
        Process process =
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        Thread watch = Thread.startVirtualThread(() -> endLater(process));
        try (InputStream out = process.getInputStream()) {
          return new String(out.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        } finally {
          watch.interrupt();
        }
      } catch (IOException none) {
        LOG.info("{} cannot be asked", command.getFirst(), none);
        return "";
      }
    }

    /// When the time is over, or the output was read.
    private static void endLater(Process process) {
      try {
        process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException _) {
        // the output was read
      }
      process.destroyForcibly();
    }
  }
}
