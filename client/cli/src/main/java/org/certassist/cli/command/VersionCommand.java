package org.certassist.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Callable;
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
  public Integer call() throws IOException {
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
    public String[] getVersion() throws IOException {
      Properties build = new Properties();
      try (InputStream in =
          Version.class.getResourceAsStream("/org/certassist/cli/build.properties")) {
        if (in != null) {
          build.load(in);
        }
      }
      return new String[] {
        "certassist " + build.getProperty("version", "?"),
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
