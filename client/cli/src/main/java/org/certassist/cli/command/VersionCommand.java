package org.certassist.cli.command;

import java.util.concurrent.Callable;
import org.certassist.cli.Build;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParentCommand;

/// `certassist version`: the program's version and what it runs on.
@Command(name = "version")
final class VersionCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Override
  public Integer call() {
    try (Session session = root.open(false)) {
      for (String line : new Version().getVersion()) {
        session.output().line(line);
      }
    }
    return ExitCode.DONE.number();
  }

  /// Reads the version that Maven wrote into the jar.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "certassist " + Build.ofThisProgram().version(),
        "Java "
            + Runtime.version()
            + " · "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
      };
    }
  }
}
