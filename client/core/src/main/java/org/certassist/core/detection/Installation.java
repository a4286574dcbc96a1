package org.certassist.core.detection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;

/// The installation of a driver as far as it has come, step by step, over a restart of the PC.
///
/// What the program can see by itself counts as done as soon as it is seen; the rest is done when
/// she says so.
///
/// @param product the catalogue's id of the key that the driver is for
/// @param done how many of the route's steps are done
/// @param start which run of this PC it was when the installer was last known not to have run;
///   empty where the system does not tell
/// @param wasPlugged a key of the product was seen plugged in since it was begun; one that the
///   program cannot recognise never is
public record Installation(
    String product, Route route, int done, Optional<String> start, boolean wasPlugged) {
  /// @throws IllegalArgumentException for more steps than there are
  public Installation {
    if (done < 0 || done > route.steps().size()) {
      throw new IllegalArgumentException("no step: " + done);
    }
  }

  /// Who acts.
  public enum Who {
    YOU("you"),
    /// Who may install programs on this PC.
    ADMINISTRATOR("administrator"),
    PROGRAM("program");

    private final String word;

    Who(String word) {
      this.word = word;
    }

    /// The name in `--json` output and in texts.
    public String word() {
      return word;
    }
  }

  /// One thing to do.
  public enum Step {
    CLOSE_TOOLS("closeTools", Who.YOU),
    PULL_OUT("pullOut", Who.YOU),
    INSTALL("install", Who.ADMINISTRATOR),
    /// The installer lies on the key itself, which shows itself as a CD-ROM.
    INSTALL_FROM_KEY("installFromKey", Who.ADMINISTRATOR),
    RESTART("restart", Who.YOU),
    PLUG_IN("plugIn", Who.YOU),
    CHECK("check", Who.PROGRAM);

    private final String word;
    private final Who who;

    Step(String word, Who who) {
      this.word = word;
      this.who = who;
    }

    /// The id in `--json` output, in texts and on the disk.
    public String word() {
      return word;
    }

    public Who who() {
      return who;
    }
  }

  /// The steps in their order, as CAs' guides have them: with the key unplugged, then restart.
  public enum Route {
    FIRST_TIME("firstTime", false, Step.INSTALL),
    /// A driver is there already: that the installer has run cannot be seen.
    AGAIN("again", true, Step.INSTALL),
    FROM_KEY("fromKey", false, Step.INSTALL_FROM_KEY),
    FROM_KEY_AGAIN("fromKeyAgain", true, Step.INSTALL_FROM_KEY);

    private static final List<Step> UNPLUGGED =
        List.of(
            Step.CLOSE_TOOLS, Step.PULL_OUT, Step.INSTALL, Step.RESTART, Step.PLUG_IN, Step.CHECK);

    private static final List<Step> PLUGGED =
        List.of(
            Step.CLOSE_TOOLS,
            Step.INSTALL_FROM_KEY,
            Step.PULL_OUT,
            Step.RESTART,
            Step.PLUG_IN,
            Step.CHECK);

    /// The states of a driver that another installation is a remedy for.
    private static final Set<DriverState> MENDED =
        Set.of(
            DriverState.WRONG_WORD_SIZE,
            DriverState.MISSING_DEPENDENCY,
            DriverState.SUSPICIOUS,
            DriverState.NOT_A_DRIVER,
            DriverState.REFUSED,
            DriverState.CRASHED,
            DriverState.QUARANTINED);

    private final String word;
    private final boolean driverIsThere;
    private final Step installer;

    Route(String word, boolean driverIsThere, Step installer) {
      this.word = word;
      this.driverIsThere = driverIsThere;
      this.installer = installer;
    }

    /// The name on the disk.
    public String word() {
      return word;
    }

    public List<Step> steps() {
      return installer == Step.INSTALL ? UNPLUGGED : PLUGGED;
    }

    /// What helps a plugged key; empty where no installation does.
    ///
    /// @param driverIsThere whether some driver of its product is on this PC
    public static Optional<Route> of(PluggedKey key, boolean driverIsThere) {
      return switch (key.verdict()) {
        case NOT_INSTALLED -> Optional.of(FIRST_TIME);
        case NOT_SEEN -> Optional.of(AGAIN);
        case AS_CD_ROM -> Optional.of(driverIsThere ? FROM_KEY_AGAIN : FROM_KEY);
        case DRIVER_IN_TROUBLE ->
            key.driver().map(DriverReport::state).filter(MENDED::contains).map(_ -> AGAIN);
        case READY, SKF_ONLY, NO_DRIVER_KNOWN, UNKNOWN_DEVICE -> Optional.empty();
      };
    }

    private int installer() {
      return steps().indexOf(installer);
    }
  }

  /// What the program sees by itself.
  ///
  /// @param plugged a key of the product is plugged in
  /// @param driverIsThere some driver of the product is on this PC
  /// @param ready some driver of the product shows a key
  /// @param start which run of this PC it is; empty where the system does not tell
  public record Sight(
      boolean plugged, boolean driverIsThere, boolean ready, Optional<String> start) {}

  /// Nothing is done yet but what can be seen.
  public static Installation begin(String product, Route route, Sight sight) {
    return new Installation(product, route, 0, sight.start(), sight.plugged()).seen(sight);
  }

  /// What is to be done now; empty where all is done.
  public Optional<Step> step() {
    return isOver() ? Optional.empty() : Optional.of(route.steps().get(done));
  }

  /// Whether the key can be used.
  public boolean isOver() {
    return done == route.steps().size();
  }

  /// Ticks off what can be seen by now. A driver that has come to be there was installed, whatever
  /// was said of the steps before; a key that can be used ends it at any step. That a key is out is
  /// seen only of one that was seen plugged in before.
  public Installation seen(Sight sight) {
    boolean plugged = wasPlugged || sight.plugged();
    if (sight.ready()) {
      return new Installation(product, route, route.steps().size(), start, plugged);
    }
    Installation now = new Installation(product, route, done, start, plugged);
    if (!isInstalled() && isSeen(route.steps().get(route.installer()), sight)) {
      now = new Installation(product, route, route.installer() + 1, start, plugged);
    }
    while (now.step().filter(step -> isSeen(step, sight)).isPresent()) {
      now = now.next(now.start());
    }
    return now.isInstalled()
        ? now
        : new Installation(product, route, now.done(), sight.start(), plugged);
  }

  /// She says that the present step is done. The last one is not hers to say.
  ///
  /// @param startNow as [Sight#start]
  public Installation said(Optional<String> startNow) {
    if (step().filter(step -> step.who() != Who.PROGRAM).isEmpty()) {
      return this;
    }
    return next(done == route.installer() ? startNow : start);
  }

  /// The program has run the installer itself; whatever was to be done before it counts as done.
  ///
  /// @param startNow as [Sight#start]
  public Installation installerRan(Optional<String> startNow) {
    return isInstalled()
        ? this
        : new Installation(product, route, route.installer() + 1, startNow, wasPlugged);
  }

  private Installation next(Optional<String> since) {
    return new Installation(product, route, done + 1, since, wasPlugged);
  }

  /// Whether the installer has run, as far as was seen or said.
  public boolean isInstalled() {
    return done > route.installer();
  }

  private boolean isSeen(Step step, Sight sight) {
    return switch (step) {
      case PULL_OUT -> wasPlugged && !sight.plugged();
      case INSTALL, INSTALL_FROM_KEY -> !route.driverIsThere && sight.driverIsThere();
      case RESTART ->
          start
              .filter(then -> sight.start().filter(now -> !now.equals(then)).isPresent())
              .isPresent();
      case PLUG_IN -> sight.plugged();
      case CLOSE_TOOLS, CHECK -> false;
    };
  }
}
