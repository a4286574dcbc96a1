package org.certassist.cli.command;

import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinCare;
import org.certassist.core.key.TokenKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist pin change`: a new PIN in place of the present one.
@Command(name = "change")
final class PinChangeCommand implements Callable<Integer> {
  @ParentCommand private PinCommand pin;

  @Mixin private KeyOptions key;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = pin.root().open(json)) {
      TokenKey token = key.token(session);
      try (Pin present = key.pin(session, token);
          Pin fresh = key.fresh(session, token)) {
        new PinCare(session.wiring().bridge())
            .change(token, present, fresh, key.lastTryConfirmed());
      }
      new PinReport(session, json).done(token, "cli.pin.changed");
      return ExitCode.DONE.number();
    }
  }
}
