package org.certassist.platform.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A program of the system's own that is asked one question, with an end to its time and to what it
/// says.
///
/// @param command the program with its whole path, and its arguments
/// @param seconds after so many it is ended
public record SystemTool(List<String> command, int seconds) {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTool.class);

  /// More than any of these programs says of a PC full of devices.
  private static final int LONGEST_ANSWER = 8 << 20;

  public SystemTool {
    command = List.copyOf(command);
  }

  /// What it wrote, as UTF-8; only its ASCII counts where a system writes otherwise. Empty where it
  /// cannot be run.
  public String answer() {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      Thread.startVirtualThread(() -> endLater(process));
      byte[] answer = process.getInputStream().readNBytes(LONGEST_ANSWER);
      return new String(answer, StandardCharsets.UTF_8);
    } catch (IOException e) {
      LOG.info("{} cannot be asked", command.getFirst(), e);
      return "";
    }
  }

  private void endLater(Process process) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        LOG.info("{} was not done within {} s", command.getFirst(), seconds);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
