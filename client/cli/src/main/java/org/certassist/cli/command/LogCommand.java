package org.certassist.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.json.LogJson;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.helpdesk.LogBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist log`: the end of the program's own log.
@Command(name = "log", subcommands = LogLevelCommand.class)
final class LogCommand implements Callable<Integer> {
  private static final int USUAL_LINES = 100;

  /// A tab could steer the terminal; traces begin with one.
  private static final String TAB = "    ";

  @ParentCommand private CertassistCommand root;

  @Option(names = "--lines", paramLabel = "N")
  private int lines = USUAL_LINES;

  @Option(names = "--least", paramLabel = "warn|info|debug")
  private LogBook.@Nullable Level least;

  @Option(names = "--json")
  private boolean json;

  CertassistCommand root() {
    return root;
  }

  @Override
  public Integer call() throws Exception {
    try (Session session = root.open(json)) {
      LogBook log = session.wiring().checkup().logBook();
      List<String> all =
          LogBook.atLeast(
              Optional.ofNullable(least).orElse(LogBook.Level.DEBUG),
              log.lines(LogBook.MOST_LINES));
      List<String> last = all.subList(Math.max(0, all.size() - Math.max(0, lines)), all.size());
      if (json) {
        session.output().document(new LogJson(log.level().word(), last));
      } else {
        last.stream().map(line -> line.replace("\t", TAB)).forEach(session.output()::line);
        if (last.isEmpty()) {
          session.output().note(session.texts().get("cli.log.none"));
        }
      }
      return ExitCode.DONE.number();
    }
  }
}
