package org.certassist.cli.command;

import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.helpdesk.LogBook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist log level [LEVEL]`: how much is written into the log, from now on and in later runs.
@Command(name = "level")
final class LogLevelCommand implements Callable<Integer> {
  @ParentCommand private LogCommand log;

  @Parameters(paramLabel = "warn|info|debug", arity = "0..1")
  private LogBook.@Nullable Level level;

  @Override
  public Integer call() throws Exception {
    try (Session session = log.root().open(false)) {
      LogBook book = session.wiring().checkup().logBook();
      if (level != null) {
        book.keepLevel(level);
      }
      session.say("cli.log.level", book.level().word(), session.texts().logLevel(book.level()));
      return ExitCode.DONE.number();
    }
  }
}
