package org.certassist.platform.repair;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program of the system; what it says is not read.
public final class RunCommand implements SystemCommand {
  /// Long enough for somebody to fetch the administrator who types a password.
  private static final int MOST_MINUTES = 5;

  @Override
  public int run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        throw new IOException("no end within " + MOST_MINUTES + " min");
      }
      return process.exitValue();
    } finally {
      process.destroy();
    }
  }
}
