package org.certassist.cli.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.certassist.cli.terminal.ExitCode;
import org.certassist.cli.terminal.Session;
import org.certassist.core.elsewhere.Elsewhere;
import org.certassist.core.elsewhere.Point;
import org.certassist.core.elsewhere.WhichPoints;
import org.certassist.core.fault.FaultException;
import org.certassist.core.profile.Profile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `certassist reconcile done PERSON INSURANCE|all`: the clerk says that she has seen to it
/// elsewhere, or takes that back.
@Command(name = "done")
final class ReconcileDoneCommand implements Callable<Integer> {
  private static final String ALL = "all";

  @ParentCommand private ReconcileCommand reconcile;

  @Parameters(index = "0", paramLabel = "PERSON")
  private String person;

  @Parameters(index = "1", paramLabel = "INSURANCE|all")
  private String insurance;

  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "done-on")
  private @Nullable LocalDate on;

  @Option(names = "--note", paramLabel = "TEXT")
  private @Nullable String note;

  @Option(names = "--undo")
  private boolean undo;

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
      List<Point> meant =
          new WhichPoints(elsewhere.points(profile))
              .find(Optional.ofNullable(unit), person, insurance).stream()
                  .filter(this::isToBeChanged)
                  .toList();
      List<Point> changed = change(elsewhere, meant);
      ElsewhereWords words = new ElsewhereWords(session, showValues);
      if (json) {
        session.output().document(words.json(profile.id(), changed, elsewhere.damagedTicks()));
      } else {
        words.printChanged(changed);
      }
      return ExitCode.DONE.number();
    }
  }

  private List<Point> change(Elsewhere elsewhere, List<Point> points) throws FaultException {
    return undo
        ? elsewhere.takeBack(points)
        : elsewhere.tickOff(points, Optional.ofNullable(on), Optional.ofNullable(note));
  }

  /// `all` leaves alone what was ticked before; an insurance that is named gets the later word.
  private boolean isToBeChanged(Point point) {
    if (undo) {
      return !point.isOpen();
    }
    return point.isOpen() || !insurance.equals(ALL);
  }
}
