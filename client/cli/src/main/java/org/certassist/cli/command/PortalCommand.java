package org.certassist.cli.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.wiring.PracticeWorld;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist portal`: the practice portal alone, until it is stopped.
@Command(name = "portal")
final class PortalCommand implements Callable<Integer> {
  private static final int LARGEST_PORT = 65_535;

  @ParentCommand private CertassistCommand root;

  @Option(names = "--port", paramLabel = "N", defaultValue = "0")
  private int port;

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(true)) {
      PracticeCommand.demandPractice(session);
      if (port < 0 || port > LARGEST_PORT) {
        throw new FaultException(UsageFault.of("usage.notANumber", Integer.toString(port)));
      }
      PracticeWorld practice = session.wiring().practice();
      PracticeWorld.Running running = practice.startPortal(port);
      session.output().documentLine(running);
      session.say("cli.portal.running");
      session.say("cli.portal.next", session.command(), practice.pinFile());
      new CountDownLatch(1).await();
      return ExitCode.DONE.number();
    }
  }
}
