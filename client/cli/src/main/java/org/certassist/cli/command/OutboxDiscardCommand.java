package org.certassist.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Content;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist outbox discard ID`: takes back what was kept or signed and never sent.
///
/// It asks nothing: the id names one declaration, and the workbook is still there.
@Command(name = "discard")
final class OutboxDiscardCommand implements Callable<Integer> {
  @ParentCommand private OutboxCommand outbox;

  @Parameters(index = "0", paramLabel = "ID")
  private String id;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = outbox.root().open(json)) {
      History found = OutboxCommand.find(session, id);
      History history = session.wiring().withdrawDeclaration().withdraw(found.id());
      Content content = history.content();
      String kind = KindNames.of(session).name(content.kind());
      session.say(
          "cli.outbox.discarded", history.id(), content.unit().name(), kind, content.rows().size());
      if (json) {
        session
            .output()
            .document(new FilingWords(session).json(history, Optional.empty(), Optional.empty()));
      }
      return ExitCode.DONE.number();
    }
  }
}
