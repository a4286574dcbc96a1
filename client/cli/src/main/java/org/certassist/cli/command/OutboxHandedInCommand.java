package org.certassist.cli.command;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist outbox handed-in ID`: the clerk says that she uploaded it or brought it to the
/// counter.
@Command(name = "handed-in")
final class OutboxHandedInCommand implements Callable<Integer> {
  @ParentCommand private OutboxCommand outbox;

  @Parameters(index = "0", paramLabel = "ID")
  private String id;

  @Option(names = "--on", paramLabel = "DATE")
  private @Nullable LocalDate on;

  @Option(names = "--number", paramLabel = "N")
  private @Nullable String number;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = outbox.root().open(json)) {
      History found = OutboxCommand.find(session, id);
      History history =
          session
              .wiring()
              .handInDeclaration()
              .handIn(found.id(), Optional.ofNullable(on), Optional.ofNullable(number));
      FilingWords filing = new FilingWords(session);
      if (json) {
        session.output().document(filing.json(history, Optional.empty(), Optional.empty()));
      } else {
        filing.show(history, Optional.empty());
      }
      return ExitCode.DONE.number();
    }
  }
}
