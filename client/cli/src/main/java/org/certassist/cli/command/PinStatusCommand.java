package org.certassist.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.SeenKey;
import org.certassist.core.key.TokenKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist pin status`: what the keys say of their PINs; nothing is tried.
@Command(name = "status")
final class PinStatusCommand implements Callable<Integer> {
  @ParentCommand private PinCommand pin;

  @Option(names = "--key", paramLabel = "K")
  private @Nullable String key;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = pin.root().open(json)) {
      KeyOverview overview = session.wiring().keyRing().look(session.wiring().profile());
      List<TokenKey> tokens =
          overview.tokens(Optional.ofNullable(key)).stream().map(SeenKey::token).toList();
      new PinReport(session, json).states(tokens);
      return ExitCode.DONE.number();
    }
  }
}
