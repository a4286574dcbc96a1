package org.certassist.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.SentJson.ResultsJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.filing.RefusedRows;
import org.certassist.core.portal.RowAnswers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `certassist results ID`: the portal's answers to the rows, as they were fetched or imported.
@Command(name = "results", subcommands = ResultsImportCommand.class)
final class ResultsCommand implements Callable<Integer> {
  @ParentCommand private CertassistCommand root;

  @Spec private CommandSpec spec;

  /// Not required by the parser, which would ask for it before a subcommand too.
  @Parameters(index = "0", paramLabel = "ID", arity = "0..1")
  private @Nullable String id;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--marked", paramLabel = "OUT")
  private @Nullable Path marked;

  @Mixin private OutputOptions output;

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Document(
      String declarationId, String stage, ResultsJson results, @Nullable String marked) {}

  CertassistCommand root() {
    return root;
  }

  @Override
  public Integer call() throws Exception {
    if (id == null) {
      throw new ParameterException(spec.commandLine(), "ID | import");
    }
    return show(id);
  }

  private int show(String id) throws Exception {
    try (Session session = root.open(json)) {
      History history = OutboxCommand.find(session, id);
      RowAnswers answers =
          history
              .last(Step.Answered.class)
              .map(Step.Answered::answers)
              .orElseThrow(() ->
                  new FaultException(
                      UsageFault.of(
                          "usage.notYetResults", id, session.texts().stage(history.stage()))));
      Optional<Path> copy = Optional.ofNullable(marked).filter(_ -> answers.refused() > 0);
      if (copy.isPresent()) {
        output.demandFree(copy.get());
        new RefusedRows(session.wiring().workbooks())
            .write(history, session.wiring().kind(history.content().kind()), copy.get());
      }
      if (json) {
        session
            .output()
            .document(
                new Document(
                    id,
                    history.stage().name(),
                    ResultsJson.of(answers),
                    copy.map(path -> path.toAbsolutePath().toString()).orElse(null)));
      } else {
        new FilingWords(session).show(history, Optional.empty());
        copy.ifPresent(path -> session.say("cli.check.marked", path.toAbsolutePath()));
      }
      return (answers.refused() == 0 ? ExitCode.DONE : ExitCode.NO).number();
    }
  }
}
