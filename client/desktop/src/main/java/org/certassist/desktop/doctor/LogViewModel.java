package org.certassist.desktop.doctor;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.fault.Fault;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.helpdesk.LogBook.Level;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;

/// The end of the program's own log, and how much is written into it.
public final class LogViewModel {
  /// What a person looks through; the whole is in the bundle.
  private static final int MOST = 1000;

  private final LogBook log;
  private final Background background;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown(List.of(), Level.INFO, Level.INFO, Optional.empty()));

  /// What is shown of it.
  ///
  /// @param least lines that are less grave are left out
  /// @param written how much goes into the log
  /// @param trouble why it cannot be read, or the level is not kept
  public record Shown(List<String> lines, Level least, Level written, Optional<Fault> trouble) {
    public Shown {
      lines = List.copyOf(lines);
    }
  }

  public LogViewModel(LogBook log, Background background) {
    this.log = log;
    this.background = background;
  }

  public ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /// Reads it anew.
  public void look() {
    look(shown.get().least());
  }

  public void look(Level least) {
    background.<List<String>>run(
        "log",
        () -> LogBook.atLeast(least, log.lines(MOST)),
        end ->
            shown.set(
                switch (end) {
                  case End.Finished<List<String>>(var lines) ->
                      new Shown(lines, least, log.level(), Optional.empty());
                  case End.Failed<List<String>>(var fault) ->
                      new Shown(List.of(), least, log.level(), Optional.of(fault));
                  case End.Cancelled<List<String>>() ->
                      new Shown(List.of(), least, log.level(), Optional.empty());
                }));
  }

  /// Counts from now on, in later runs too.
  public void write(Level level) {
    background.<Level>run(
        "log level",
        () -> {
          log.keepLevel(level);
          return level;
        },
        end -> {
          Shown before = shown.get();
          Optional<Fault> trouble =
              end instanceof End.Failed<Level>(var fault) ? Optional.of(fault) : Optional.empty();
          shown.set(new Shown(before.lines(), before.least(), log.level(), trouble));
        });
  }
}
