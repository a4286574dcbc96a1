package org.certassist.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.certassist.cli.json.SentJson.RowJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.filing.RefusedRows;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.certassist.core.results.KeepResults;
import org.certassist.core.results.MatchResults;
import org.certassist.core.results.MatchedResults;
import org.certassist.core.results.ReadResults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist results import ID FILE|-`: what the portal's page lists under 处理详情 → 结果, held
/// against the declaration.
@Command(name = "import")
final class ResultsImportCommand implements Callable<Integer> {
  @ParentCommand private ResultsCommand results;

  @Parameters(index = "0", paramLabel = "ID")
  private String id;

  @Parameters(index = "1", paramLabel = "FILE|-")
  private String file;

  @Option(names = "--wrong", paramLabel = "OUT")
  private @Nullable Path wrong;

  @Option(names = "--keep")
  private boolean keep;

  @Option(names = "--json")
  private boolean json;

  @Mixin private OutputOptions output;

  /// @param strayLines lines of the list that fit no row
  /// @param wrong absent where no row is wrong or no workbook was asked for
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(
      String declarationId,
      String stage,
      boolean kept,
      List<RowJson> refused,
      List<Integer> accepted,
      List<Integer> undecided,
      List<Integer> notMentioned,
      List<Integer> strayLines,
      @Nullable String wrong) {}

  @Override
  public Integer call() throws Exception {
    CertassistCommand root = results.root();
    try (Session session = root.open(json)) {
      History history = OutboxCommand.find(session, id);
      MatchedResults matched =
          new MatchResults()
              .match(
                  history.content(),
                  new ReadResults()
                      .read(ListingInput.read(session.wiring().listings(), file, root.in())));
      Optional<Path> copy = Optional.ofNullable(wrong).filter(_ -> !matched.wrong().isEmpty());
      if (copy.isPresent()) {
        output.demandFree(Path.of(file), copy.get());
      }
      if (keep) {
        history = new KeepResults(session.wiring().archive()).keep(history, matched);
      }
      if (copy.isPresent()) {
        new RefusedRows(session.wiring().workbooks())
            .write(
                history.content(),
                matched.wrong(),
                session.wiring().kind(history.content().kind()),
                copy.get());
      }
      if (json) {
        session.output().document(document(history, matched, copy));
      } else {
        print(session, history, matched, copy);
      }
      boolean allWell = matched.wrong().isEmpty() && matched.isDecided();
      return (allWell ? ExitCode.DONE : ExitCode.NO).number();
    }
  }

  private Document document(History history, MatchedResults matched, Optional<Path> copy) {
    return new Document(
        history.id().toString(),
        history.stage().name(),
        keep,
        matched.wrong().stream().map(row -> new RowJson(row.row(), row.message())).toList(),
        matched.passed(),
        matched.undecided(),
        matched.notMentioned(),
        matched.strays(),
        copy.map(path -> path.toAbsolutePath().toString()).orElse(null));
  }

  private void print(
      Session session, History history, MatchedResults matched, Optional<Path> copy) {
    session.say("cli.sent.stage", history.id(), session.texts().stage(history.stage()));
    session.say(
        "cli.import.summary",
        history.content().rows().size(),
        matched.wrong().size(),
        matched.passed().size(),
        matched.undecided().size(),
        matched.notMentioned().size());
    for (RowAnswer row : matched.wrong()) {
      session.say("cli.sent.row", row.row(), row.message());
    }
    say(session, "cli.import.undecided", matched.undecided());
    say(session, "cli.import.notMentioned", matched.notMentioned());
    say(session, "cli.import.strays", matched.strays());
    copy.ifPresent(path -> session.say("cli.import.wrong", path.toAbsolutePath()));
    if (keep) {
      session.say("cli.import.kept");
    } else if (matched
        .answers(history.content())
        .filter(answers -> KeepResults.isAwaited(history, answers))
        .isPresent()) {
      session.say("cli.import.keepOffer");
    }
  }

  private static void say(Session session, String text, List<Integer> rows) {
    if (!rows.isEmpty()) {
      session.say(text, rows.stream().map(String::valueOf).collect(Collectors.joining("、")));
    }
  }
}
