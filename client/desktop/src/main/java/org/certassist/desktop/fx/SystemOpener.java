package org.certassist.desktop.fx;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.certassist.core.fault.FaultException;

/// Starts the program that the system itself opens folders, files and pages with.
public final class SystemOpener implements Opener {
  private static final long PATIENCE_SECONDS = 5;

  private final String program;

  public SystemOpener() {
    this(programOf(System.getProperty("os.name", "")));
  }

  SystemOpener(String program) {
    this.program = program;
  }

  static String programOf(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "explorer.exe";
    }
    return name.startsWith("mac") ? "open" : "xdg-open";
  }

  @Override
  public void folder(Path folder) throws FaultException, InterruptedException {
    open(folder.toAbsolutePath().toString());
  }

  @Override
  public void file(Path file) throws FaultException, InterruptedException {
    open(file.toAbsolutePath().toString());
  }

  @Override
  public void page(URI page) throws FaultException, InterruptedException {
    open(page.toString());
  }

  /// A program that is still running after some seconds shows something; one that failed says so at
  /// once. Windows' explorer ends with 1 although it has opened the folder.
  private void open(String target) throws FaultException, InterruptedException {
    try {
      Process started =
          new ProcessBuilder(program, target)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = started.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (ended && started.exitValue() != 0 && !program.equals("explorer.exe")) {
        throw new FaultException(new WindowFault.NotOpened(target));
      }
    } catch (IOException notStarted) {
      throw new FaultException(new WindowFault.NotOpened(target), notStarted);
    }
  }
}
