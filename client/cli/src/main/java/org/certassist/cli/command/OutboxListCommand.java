package org.certassist.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.cli.terminal.Table;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.History;
import org.certassist.core.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist outbox list`: what waits and what went, and what is to be done with what the clerk
/// carries herself.
@Command(name = "list")
final class OutboxListCommand implements Callable<Integer> {
  @ParentCommand private OutboxCommand outbox;

  @Option(names = "--json")
  private boolean json;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      String declarationId,
      String stage,
      String kind,
      int rows,
      String unit,
      String settlementMonth,
      String since,
      String source,
      @Nullable String next) {}

  record Document(List<Row> declarations) {}

  @Override
  public Integer call() throws Exception {
    try (Session session = outbox.root().open(json)) {
      List<History> all = session.wiring().archive().readable();
      ExitCode code = damage(session);
      if (json) {
        session
            .output()
            .document(new Document(all.stream().map(history -> row(history, session)).toList()));
      } else if (all.isEmpty()) {
        session.say("cli.outbox.empty");
      } else {
        KindNames kinds = KindNames.of(session);
        Table table = new Table();
        table.row(session.texts().get("cli.outbox.head").split("\\|"));
        for (History history : all) {
          Row row = row(history, session);
          table.row(
              row.declarationId(),
              session.texts().stage(history.stage()),
              kinds.name(row.kind()),
              Integer.toString(row.rows()),
              row.unit(),
              row.settlementMonth(),
              row.since(),
              row.source());
        }
        table.lines().forEach(session.output()::line);
        all.stream()
            .flatMap(history -> session.texts().whatToDoNext(history, session.command()).stream())
            .forEach(session.output()::note);
      }
      return code.number();
    }
  }

  /// A damaged history is named; the others are listed all the same.
  private static ExitCode damage(Session session) throws InterruptedException {
    try {
      session.wiring().archive().all();
      return ExitCode.DONE;
    } catch (ArchiveException damaged) {
      session
          .output()
          .note(session.texts().fault(damaged.fault()).joined(session.texts().language()));
      return ExitCode.STORAGE;
    }
  }

  private static Row row(History history, Session session) {
    return new Row(
        history.id().toString(),
        history.stage().name(),
        history.content().kind(),
        history.content().rows().size(),
        history.content().unit().name(),
        history.content().settlementMonth().toString(),
        ShanghaiTime.text(history.entries().getLast().at()),
        history.content().source(),
        session.texts().whatToDoNext(history, session.command()).orElse(null));
  }
}
