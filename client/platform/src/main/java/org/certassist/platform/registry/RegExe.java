package org.certassist.platform.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The registry of this PC, as Windows' own `reg.exe` exports it; not run on Windows so far.
public final class RegExe implements Registry {
  private static final Logger LOG = LoggerFactory.getLogger(RegExe.class);
  private static final int MOST_SECONDS = 5;

  private final Path program;

  /// @param systemRoot the folder of Windows; the program is taken from there and nowhere else
  public RegExe(Path systemRoot) {
    this.program = systemRoot.resolve("System32").resolve("reg.exe");
  }

  @Override
  public List<RegistryKey> branch(String branch, View view) {
    try {
      Path export = Files.createTempFile("certassist", ".reg");
      try {
        return exported(branch, view, export) ? RegistryExport.read(export) : List.of();
      } finally {
        Files.deleteIfExists(export);
      }
    } catch (IOException e) {
      LOG.info("{} cannot be exported", branch, e);
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private boolean exported(String branch, View view, Path export)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(branch, view, export))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      LOG.info("{} was not exported within {} s", branch, MOST_SECONDS);
      return false;
    }
    return process.exitValue() == 0;
  }

  List<String> command(String branch, View view, Path export) {
    return List.of(
        program.toString(),
        "export",
        branch,
        export.toString(),
        "/y",
        switch (view) {
          case WIDE -> "/reg:64";
          case NARROW -> "/reg:32";
        });
  }
}
