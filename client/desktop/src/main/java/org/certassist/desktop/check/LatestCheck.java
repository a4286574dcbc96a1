package org.certassist.desktop.check;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.certassist.core.declaration.Draft;
import org.certassist.core.filing.CheckWorkbook;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;

/// The checks of a sheet that is opened and changed: of those that were begun the last one alone is
/// heard of.
final class LatestCheck {
  /// How long she has to stop typing before the sheet is checked again.
  private static final Duration SETTLING = Duration.ofMillis(200);

  private final CheckWorkbook checking;
  private final Background background;
  private Optional<Background.Running> recheck = Optional.empty();
  private int latest;

  LatestCheck(CheckWorkbook checking, Background background) {
    this.checking = checking;
    this.background = background;
  }

  /// Reads a sheet and checks it.
  Background.Running first(
      Background.Work<CheckWorkbook.Checked> reading, Consumer<End<CheckWorkbook.Checked>> then) {
    int mine = ++latest;
    return background.run("check", reading, end -> hear(mine, end, then));
  }

  /// Checks a sheet that was changed, once no other change follows at once.
  void again(Draft draft, String name, Profile under, Consumer<End<CheckWorkbook.Checked>> then) {
    int mine = ++latest;
    recheck =
        Optional.of(
            background.<CheckWorkbook.Checked>run(
                "check again",
                () -> {
                  Thread.sleep(SETTLING);
                  return checking.check(draft, name, under);
                },
                end -> hear(mine, end, then)));
  }

  /// Nothing more is heard of what is under way.
  void forget() {
    latest++;
    recheck.ifPresent(Background.Running::cancel);
  }

  private void hear(
      int mine, End<CheckWorkbook.Checked> end, Consumer<End<CheckWorkbook.Checked>> then) {
    if (mine == latest) {
      then.accept(end);
    }
  }
}
