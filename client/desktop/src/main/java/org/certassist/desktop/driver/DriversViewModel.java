package org.certassist.desktop.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.detection.InstallDriver;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.Installation.Step;
import org.certassist.core.detection.TriedDriver;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.Product;
import org.certassist.core.fault.FaultException;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.Inventory;
import org.certassist.desktop.driver.DriversState.Installing;
import org.certassist.desktop.driver.DriversState.Seen;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.WindowFault;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.key.KeyViewModel;

/// The drivers of this PC: what was seen of them, a test of one, a library that she picked, and the
/// installation that is in progress.
///
/// It follows the looks at the keys and never looks by itself.
public final class DriversViewModel {
  private final DriverServices services;
  private final InstallDriver installing;
  private final KeyViewModel keys;
  private final Background background;
  private final InstallerViewModel installer;
  private final ReadOnlyObjectWrapper<DriversState> state =
      new ReadOnlyObjectWrapper<>(new DriversState.Looking());
  private final ReadOnlyObjectWrapper<Optional<TrialOfDriver>> test =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Picking> picking =
      new ReadOnlyObjectWrapper<>(new Picking.Nothing());
  private List<DriverReport> reports = List.of();

  /// The installation that came to its end: it is told once and stands for as long as the key
  /// works.
  private Optional<Installing> ended = Optional.empty();

  private boolean detecting;

  /// Something changed since the detection that runs was begun.
  private boolean wanted;

  private int latest;

  public DriversViewModel(DriverServices services, KeyViewModel keys, Background background) {
    this.services = services;
    this.installing = services.installing();
    this.keys = keys;
    this.background = background;
    this.installer = new InstallerViewModel(services.running(), background, this::installerRan);
    state.addListener((_, _, now) -> installer.follow(now));
  }

  /// The maker's installer for the installation in progress.
  public InstallerViewModel installer() {
    return installer;
  }

  public ReadOnlyObjectProperty<DriversState> state() {
    return state.getReadOnlyProperty();
  }

  /// Whether it is being looked anew, while what was seen before still stands.
  public ObservableValue<Boolean> isLooking() {
    return keys.state().map(KeyState.Looking.class::isInstance);
  }

  /// The last test of a driver.
  public ReadOnlyObjectProperty<Optional<TrialOfDriver>> test() {
    return test.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Picking> picking() {
    return picking.getReadOnlyProperty();
  }

  /// Whether an installation was begun and has not come to its end, as when the PC was restarted
  /// for it.
  public boolean isInstalling() {
    return installing.isInProgress();
  }

  /// The products that a driver can be installed for.
  public List<Product> installable() {
    return installing.installable();
  }

  /// What the drivers said is held against what is plugged in.
  public void follow(KeyState now) {
    switch (now) {
      case KeyState.Looking _ -> {}
      case KeyState.Failed(var fault) -> {
        latest++;
        wanted = false;
        state.set(new DriversState.Failed(fault));
      }
      case KeyState.Looked looked -> {
        if (!reports.equals(looked.overview().drivers())) {
          // What a test gave before is not true any more.
          test.set(test.get().filter(TrialOfDriver.Asking.class::isInstance));
        }
        reports = looked.overview().drivers();
        detect();
      }
    }
  }

  /// Something was plugged in or pulled out of which no driver knows anything, as before one is
  /// installed.
  public void socketsChanged() {
    if (state.get() instanceof Seen) {
      detect();
    }
  }

  /// One at a time: a wish during one is begun when that one ends.
  private void detect() {
    latest++;
    if (detecting) {
      wanted = true;
    } else {
      beginToDetect();
    }
  }

  private void beginToDetect() {
    int mine = latest;
    List<DriverReport> drivers = reports;
    detecting = true;
    wanted = false;
    background.<Seen>run(
        "drivers",
        () -> seen(services.detection().detect(drivers)),
        end -> {
          detecting = false;
          if (end instanceof End.Finished<Seen>(Seen now)) {
            rememberAnEnd(now.installing());
          }
          if (mine == latest) {
            state.set(after(end));
          } else if (wanted) {
            beginToDetect();
          }
        });
  }

  private DriversState after(End<Seen> end) {
    return switch (end) {
      case End.Finished<Seen>(Seen now) -> withWhatEnded(now);
      case End.Failed<Seen>(var fault) -> new DriversState.Failed(fault);
      case End.Cancelled<Seen>() -> new DriversState.Failed(new WindowFault.Unexpected());
    };
  }

  private Seen seen(DriverOverview overview) {
    return new Seen(
        overview,
        overview.plugged().stream()
            .filter(key -> installing.needed(key, overview).isPresent())
            .toList(),
        installing.seen(overview).flatMap(this::named),
        services.catalogue().edition(),
        services.catalogue().fault());
  }

  private Optional<Installing> named(Installation installation) {
    return installing.product(installation).map(product -> new Installing(product, installation));
  }

  private void rememberAnEnd(Optional<Installing> told) {
    if (told.filter(one -> one.installation().isOver()).isPresent()) {
      ended = told;
    }
  }

  private Seen withWhatEnded(Seen now) {
    ended =
        now.installing()
            .or(() -> ended)
            .filter(one -> one.installation().isOver())
            .filter(one -> InstallDriver.isReady(one.product(), now.overview()));
    return now.installing().isEmpty() ? now.with(ended) : now;
  }

  /// Looks at every key and driver anew.
  public void look() {
    keys.look();
  }

  /// Lets a driver be called again because she says so, and looks.
  public void useAgain(String driver) {
    keys.useAgain(driver);
  }

  /// Begins the installation of a driver for this product; the one before is given up.
  public void install(Product product) {
    ended = Optional.empty();
    installation(overview -> Optional.of(installing.begin(product, overview)));
  }

  /// She has done this step; it counts while it is the present one.
  public void stepDone(Step step) {
    installation(overview -> installing.said(step, overview));
  }

  /// The step that follows the installer is the next one; the driver that has come is looked at.
  private void installerRan(Product product) {
    installation(overview -> installing.installerRan(product, overview));
    look();
  }

  /// Nothing is installed any more; or what is said of its end was read.
  public void endInstallation() {
    ended = Optional.empty();
    installation(overview -> {
      installing.abandon();
      return Optional.empty();
    });
  }

  private interface InstallationWork {
    Optional<Installation> on(DriverOverview overview);
  }

  private void installation(InstallationWork work) {
    if (state.get() instanceof Seen before) {
      background.<Optional<Installing>>run(
          "installation",
          () -> work.on(before.overview()).flatMap(this::named),
          end -> {
            if (end instanceof End.Finished<Optional<Installing>>(var now)) {
              rememberAnEnd(now);
              if (state.get() instanceof Seen seen) {
                state.set(seen.with(now.or(() -> ended)));
                // A look that was on its way may know the step before.
                detect();
              }
            }
          });
    }
  }

  /// Asks one driver anew, in a process of its own.
  public void test(String driver) {
    test.set(Optional.of(new TrialOfDriver.Asking(driver)));
    background.<TrialOfDriver>run(
        "test driver",
        () -> {
          long began = System.nanoTime();
          Inventory seen = services.trying().test(driver);
          return new TrialOfDriver.Answered(driver, seen, since(began));
        },
        end -> tested(driver, end));
  }

  private void tested(String driver, End<TrialOfDriver> end) {
    if (TrialOfDriver.of(driver, test.get()).isPresent()) {
      test.set(
          Optional.of(
              switch (end) {
                case End.Finished<TrialOfDriver>(TrialOfDriver answer) -> answer;
                case End.Failed<TrialOfDriver>(var fault) ->
                    new TrialOfDriver.Failed(driver, fault);
                case End.Cancelled<TrialOfDriver>() ->
                    new TrialOfDriver.Failed(driver, new WindowFault.Unexpected());
              }));
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// Tests a library; nothing is remembered.
  public void pick(Path file) {
    picking.set(new Picking.Testing(file));
    picked(
        "test library",
        () -> {
          long began = System.nanoTime();
          TriedDriver tried = services.trying().test(file);
          return new Picking.Tested(tried, since(began));
        },
        _ -> {});
  }

  /// Lets the library that was tested be tested once more, because she says so.
  public void pickAgain() {
    if (picking.get() instanceof Picking.Tested(TriedDriver tried, _)) {
      picking.set(new Picking.Testing(tried.file()));
      picked(
          "test library again",
          () -> {
            services.trying().useAgain(tried.file());
            long began = System.nanoTime();
            TriedDriver again = services.trying().test(tried.file());
            return new Picking.Tested(again, since(began));
          },
          _ -> {});
    }
  }

  /// The library that was tested is used from now on.
  public void take() {
    if (picking.get() instanceof Picking.Tested(TriedDriver tried, _) && tried.showsAKey()) {
      picked(
          "remember library",
          () -> {
            remember(tried);
            return new Picking.Taken(tried.file());
          },
          _ -> look());
    }
  }

  private void remember(TriedDriver tried) throws FaultException {
    try {
      var _ = services.trying().remember(tried);
    } catch (IOException unwritten) {
      throw new FaultException(new WindowFault.NotRemembered(), unwritten);
    }
  }

  /// A library that she picked is not used any more; its file stays.
  public void forget(String driver) {
    picked(
        "forget library",
        () -> {
          forgotten(driver);
          return new Picking.Nothing();
        },
        _ -> look());
  }

  private void forgotten(String driver) throws FaultException {
    try {
      services.picked().forget(driver);
    } catch (IOException unwritten) {
      throw new FaultException(new WindowFault.NotRemembered(), unwritten);
    }
  }

  /// Whether she picked it herself.
  static boolean isPicked(DriverReport report) {
    return PickedDriver.isPicked(report.id());
  }

  /// What was said of a picked library was read.
  public void pickNothing() {
    picking.set(new Picking.Nothing());
  }

  private void picked(String name, Background.Work<Picking> work, Consumer<Picking> then) {
    background.<Picking>run(
        name,
        work,
        end -> {
          switch (end) {
            case End.Finished<Picking>(Picking now) -> {
              picking.set(now);
              then.accept(now);
            }
            case End.Failed<Picking>(var fault) -> picking.set(new Picking.Failed(fault));
            case End.Cancelled<Picking>() -> picking.set(new Picking.Nothing());
          }
        });
  }
}
