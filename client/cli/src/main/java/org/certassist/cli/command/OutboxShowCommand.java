package org.certassist.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.SentJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.time.ShanghaiTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist outbox show ID`: the history of one declaration.
@Command(name = "show")
final class OutboxShowCommand implements Callable<Integer> {
  @ParentCommand private OutboxCommand outbox;

  @Parameters(index = "0", paramLabel = "ID")
  private String id;

  @Option(names = "--json")
  private boolean json;

  record Entry(String at, String stage) {}

  record Document(SentJson declaration, List<Entry> history) {}

  @Override
  public Integer call() throws Exception {
    try (Session session = outbox.root().open(json)) {
      History history = OutboxCommand.find(session, id);
      FilingWords filing = new FilingWords(session);
      if (json) {
        session
            .output()
            .document(
                new Document(
                    filing.json(history, Optional.empty(), Optional.empty()),
                    history.entries().stream()
                        .map(entry ->
                            new Entry(ShanghaiTime.text(entry.at()), entry.step().stage().name()))
                        .toList()));
      } else {
        for (History.Entry entry : history.entries()) {
          session
              .output()
              .line(
                  ShanghaiTime.of(entry.at()) + "  " + session.texts().stage(entry.step().stage()));
        }
        filing.show(history, Optional.empty());
      }
      return ExitCode.DONE.number();
    }
  }
}
