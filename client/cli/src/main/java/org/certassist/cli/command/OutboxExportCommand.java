package org.certassist.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist outbox export ID DIR`: the evidence.
@Command(name = "export")
final class OutboxExportCommand implements Callable<Integer> {
  @ParentCommand private OutboxCommand outbox;

  @Parameters(index = "0", paramLabel = "ID")
  private String id;

  @Parameters(index = "1", paramLabel = "DIR")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    try (Session session = outbox.root().open(false)) {
      session.wiring().exportEvidence().export(OutboxCommand.find(session, id), folder);
      session.say("cli.sent.evidence", folder.toAbsolutePath());
      return ExitCode.DONE.number();
    }
  }
}
