package org.certassist.cli.command;

import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinCare;
import org.certassist.core.key.PinVerdict;
import org.certassist.core.key.TokenKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist pin verify`: is this PIN right? It costs a try where it is not.
@Command(name = "verify")
final class PinVerifyCommand implements Callable<Integer> {
  @ParentCommand private PinCommand pin;

  @Mixin private KeyOptions key;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = pin.root().open(json)) {
      TokenKey token = key.token(session);
      PinVerdict verdict;
      try (Pin typed = key.pin(session, token)) {
        verdict =
            new PinCare(session.wiring().bridge()).verify(token, typed, key.lastTryConfirmed());
      }
      new PinReport(session, json).done(token, "cli.pin.verified");
      session
          .texts()
          .pinVerdict(verdict)
          .ifPresent(warning -> session.output().note(warning.joined(session.texts().language())));
      return ExitCode.DONE.number();
    }
  }
}
