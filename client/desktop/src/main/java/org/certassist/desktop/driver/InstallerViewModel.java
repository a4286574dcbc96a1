package org.certassist.desktop.driver;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.certassist.core.driver.Product;
import org.certassist.core.fault.Fault;
import org.certassist.core.installer.InstallerProgress;
import org.certassist.core.installer.InstallerProgress.Stage;
import org.certassist.core.installer.InstallerStart;
import org.certassist.core.installer.Offer;
import org.certassist.core.installer.RunInstaller;
import org.certassist.desktop.driver.DriversState.Installing;
import org.certassist.desktop.driver.DriversState.Seen;
import org.certassist.desktop.driver.InstallerState.HandedOn;
import org.certassist.desktop.driver.InstallerState.Nothing;
import org.certassist.desktop.driver.InstallerState.Offered;
import org.certassist.desktop.driver.InstallerState.Working;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.fx.Background.Running;

/// The maker's installer for the installation in progress: whether there is one, how far it has
/// come, and what became of it.
public final class InstallerViewModel {
  private static final InstallerProgress BEGUN = new InstallerProgress(Stage.FETCHING, 0);

  private final RunInstaller running;
  private final Background background;
  private final Consumer<Product> installed;
  private final ReadOnlyObjectWrapper<InstallerState> state =
      new ReadOnlyObjectWrapper<>(new Nothing());
  private final ReadOnlyObjectWrapper<InstallerProgress> progress =
      new ReadOnlyObjectWrapper<>(BEGUN);
  private Optional<Product> wanted = Optional.empty();
  private Optional<Running> work = Optional.empty();

  /// Counts up with what is begun, so that the end of what was given up is told from the rest.
  private int latest;

  /// @param installed hears of a product whose installer has come to a good end
  InstallerViewModel(RunInstaller running, Background background, Consumer<Product> installed) {
    this.running = running;
    this.background = background;
    this.installed = installed;
  }

  public ReadOnlyObjectProperty<InstallerState> state() {
    return state.getReadOnlyProperty();
  }

  /// How far the one that is worked at has come.
  public ReadOnlyObjectProperty<InstallerProgress> progress() {
    return progress.getReadOnlyProperty();
  }

  /// Looks for the installer of the product whose installation has not got past it. What was begun
  /// for another is given up; an installer that runs goes on.
  void follow(DriversState drivers) {
    if (drivers instanceof Seen seen) {
      Optional<Product> now =
          seen.installing()
              .filter(one -> !one.installation().isInstalled())
              .map(Installing::product);
      if (!now.equals(wanted)) {
        wanted = now;
        cancel();
        latest++;
        state.set(new Nothing());
        now.ifPresent(product -> look(product, Optional.empty()));
      }
    }
  }

  private void look(Product product, Optional<Fault> trouble) {
    int mine = ++latest;
    background.<Optional<Offer>>run(
        "installer offer",
        () -> running.offer(product),
        end -> {
          if (mine == latest) {
            state.set(
                end instanceof End.Finished<Optional<Offer>>(var found) && found.isPresent()
                    ? new Offered(product, found.get(), trouble)
                    : new Nothing());
          }
        });
  }

  /// Brings it here, checks it and runs it.
  public void run() {
    if (state.get() instanceof Offered(Product product, Offer offer, _)) {
      int mine = ++latest;
      progress.set(BEGUN);
      state.set(new Working(product, offer));
      work =
          Optional.of(
              background.<InstallerStart.End>run(
                  "installer",
                  () ->
                      running.run(
                          offer,
                          now ->
                              background.tell(() -> {
                                if (mine == latest) {
                                  progress.set(now);
                                }
                              })),
                  end -> {
                    if (mine == latest) {
                      ended(product, end);
                    }
                  }));
    }
  }

  /// An installer that runs is not stopped: half an installation is worse than none.
  public void cancel() {
    if (state.get() instanceof Working && progress.get().stage() != Stage.RUNNING) {
      work.ifPresent(Running::cancel);
    }
  }

  private void ended(Product product, End<InstallerStart.End> end) {
    work = Optional.empty();
    switch (end) {
      case End.Finished<InstallerStart.End>(InstallerStart.End how) -> {
        switch (how) {
          case INSTALLED -> {
            state.set(new Nothing());
            installed.accept(product);
          }
          case HANDED_ON -> state.set(new HandedOn(product));
        }
      }
      case End.Failed<InstallerStart.End>(Fault fault) -> look(product, Optional.of(fault));
      case End.Cancelled<InstallerStart.End>() -> look(product, Optional.empty());
    }
  }
}
