package org.certassist.cli.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist portal`: the practice portal alone, until it is stopped.
@Command(name = "portal")
final class PortalCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Option(names = "--port", paramLabel = "N", defaultValue = "0")
  private int port;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(true)) {
      session.output().documentLine(session.wiring().practice().startPortal(port));
      session.say("cli.portal.running");
      new CountDownLatch(1).await();
      return ExitCode.DONE.number();
    }
  }
}
