package org.certassist.cli.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.elsewhere.Elsewhere;
import org.certassist.core.elsewhere.Point;
import org.certassist.core.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `certassist reconcile open`: what the filings do not cover and nobody has ticked off yet.
@Command(name = "open")
final class ReconcileOpenCommand implements Callable<Integer> {
  @ParentCommand private ReconcileCommand reconcile;

  @Option(names = "--unit", paramLabel = "CODE", descriptionKey = "elsewhere-unit")
  private @Nullable String unit;

  @Option(names = "--show-values")
  private boolean showValues;

  @Option(names = "--json")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (Session session = reconcile.root().open(json)) {
      Profile profile = session.wiring().profile();
      Elsewhere elsewhere = session.wiring().elsewhere();
      Optional<String> asked = Optional.ofNullable(unit);
      List<Point> open =
          elsewhere.points(profile).stream()
              .filter(Point::isOpen)
              .filter(point -> asked.map(point.unit().creditCode()::equals).orElse(true))
              .toList();
      ElsewhereWords words = new ElsewhereWords(session, showValues);
      if (json) {
        session.output().document(words.json(profile.id(), open, elsewhere.damagedTicks()));
      } else {
        words.print(open, elsewhere.damagedTicks());
      }
      return (open.isEmpty() ? ExitCode.DONE : ExitCode.NO).number();
    }
  }
}
