package org.certassist.platform.port;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.certassist.platform.system.SystemTool;

/// Gives what one of the system's own programs prints, of which only the ASCII counts.
@FunctionalInterface
public interface Report {
  /// Such programs answer within half a second on a PC in order.
  int MOST_SECONDS = 3;

  String of(List<String> command);

  /// Whether this part of what was printed is what the program meant, in whatever encoding.
  static boolean isReadable(String part) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(part);
  }

  /// From the programs themselves; empty where one is not there, or hangs.
  static Report ofPrograms() {
    return command -> new SystemTool(command, MOST_SECONDS).answer();
  }
}
