package org.certassist.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.detection.Installation.Route;
import org.certassist.core.detection.Installation.Step;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.driver.RegisteredModules;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbId;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.junit.jupiter.api.Test;

/// The installation of a driver over several looks at the PC, and over its restart.
class InstallDriverTest {
  private static final UsbId ID = new UsbId(0x096E, 0x0309);
  private static final Product EPASS =
      new Product("epass", "ePass", List.of("one"), List.of(ID), List.of(), List.of(), List.of());
  private static final Product SKF_ONLY =
      new Product("skf", "SKF", List.of(), List.of(), List.of(), List.of("SKF.dll"), List.of());
  private static final Products PRODUCTS = new Products(List.of(EPASS, SKF_ONLY));
  private static final PluggedDevices PLUGGED =
      () -> List.of(new UsbDevice(ID, "a key", Set.of(UsbDevice.Role.HID)));

  private final Kept kept = new Kept();

  private static final class Kept implements Installations {
    private Optional<Installation> now = Optional.empty();

    @Override
    public Optional<Installation> inProgress() {
      return now;
    }

    @Override
    public void keep(Installation installation) {
      now = Optional.of(installation);
    }

    @Override
    public void forget() {
      now = Optional.empty();
    }
  }

  private InstallDriver install(String run) {
    return new InstallDriver(PRODUCTS, kept, () -> Optional.of(run));
  }

  private static DriverOverview overview(PluggedDevices devices, DriverState... states) {
    return new DetectDrivers(PRODUCTS, devices, RegisteredModules.NONE, PickedDrivers.NONE)
        .detect(
            Arrays.stream(states)
                .map(state -> new DriverReport("one", "one", Optional.empty(), state, ""))
                .toList());
  }

  @Test
  void goesOnWhereItStoodAfterTheRestart() {
    InstallDriver before = install("monday");
    before.begin(EPASS, overview(PLUGGED, DriverState.NOT_INSTALLED));
    var _ = before.said(Step.CLOSE_TOOLS, overview(PluggedDevices.NONE, DriverState.NOT_INSTALLED));
    assertThat(before.seen(overview(PluggedDevices.NONE, DriverState.NO_TOKEN)))
        .flatMap(Installation::step)
        .contains(Step.RESTART);

    InstallDriver after = install("tuesday");
    assertThat(after.seen(overview(PluggedDevices.NONE, DriverState.NO_TOKEN)))
        .flatMap(Installation::step)
        .contains(Step.PLUG_IN);
    assertThat(kept.inProgress()).flatMap(Installation::step).contains(Step.PLUG_IN);
  }

  @Test
  void anInstallerThatTheProgramRanLeadsToTheRestartWhateverWasDoneBefore() {
    DriverOverview unplugged = overview(PluggedDevices.NONE, DriverState.WRONG_WORD_SIZE);
    assertThat(install("monday").installerRan(EPASS, unplugged))
        .flatMap(Installation::step)
        .contains(Step.RESTART);
    assertThat(install("monday").installerRan(EPASS, unplugged))
        .flatMap(Installation::step)
        .contains(Step.RESTART);
    assertThat(install("tuesday").seen(unplugged))
        .flatMap(Installation::step)
        .contains(Step.PLUG_IN);
  }

  @Test
  void anInstallerThatMadeTheKeyUsableAtOnceEndsTheInstallation() {
    assertThat(install("monday").installerRan(EPASS, overview(PLUGGED, DriverState.READY)))
        .map(Installation::isOver)
        .contains(true);
    assertThat(kept.inProgress()).isEmpty();
  }

  @Test
  void herWordOnAStepThatIsDoneTicksNoOther() {
    InstallDriver install = install("monday");
    DriverOverview missing = overview(PLUGGED, DriverState.NOT_INSTALLED);
    install.begin(EPASS, missing);
    assertThat(install.said(Step.CLOSE_TOOLS, missing))
        .flatMap(Installation::step)
        .contains(Step.PULL_OUT);
    assertThat(install.said(Step.CLOSE_TOOLS, missing))
        .flatMap(Installation::step)
        .contains(Step.PULL_OUT);
  }

  @Test
  void oneWhoseKeyWorksIsToldOnceAndForgotten() {
    InstallDriver install = install("monday");
    install.begin(EPASS, overview(PLUGGED, DriverState.NOT_INSTALLED));
    DriverOverview ready = overview(PLUGGED, DriverState.READY);
    assertThat(install.seen(ready)).map(Installation::isOver).contains(true);
    assertThat(install.seen(ready)).isEmpty();
  }

  @Test
  void aKeyThatWorksAlreadyNeedsNone() {
    DriverOverview ready = overview(PLUGGED, DriverState.READY);
    assertThat(install("monday").begin(EPASS, ready).isOver()).isTrue();
    assertThat(kept.inProgress()).isEmpty();
    assertThat(install("monday").needed(ready.plugged().getFirst(), ready)).isEmpty();
  }

  /// As when she begins one for another product meanwhile.
  @Test
  void aKeyThatWorksAlreadyEndsTheOneBefore() {
    install("monday").begin(EPASS, overview(PLUGGED, DriverState.NOT_INSTALLED));
    install("monday").begin(EPASS, overview(PLUGGED, DriverState.READY));
    assertThat(kept.inProgress()).isEmpty();
  }

  @Test
  void aFileThatIsNoDriverIsInstalledAnew() {
    DriverOverview damaged = overview(PLUGGED, DriverState.NOT_A_DRIVER);
    assertThat(install("monday").needed(damaged.plugged().getFirst(), damaged))
        .map(Installation::route)
        .contains(Route.AGAIN);
  }

  @Test
  void whatIsNeededIsSaidWithoutBeginningIt() {
    DriverOverview missing = overview(PLUGGED, DriverState.NOT_INSTALLED);
    assertThat(install("monday").needed(missing.plugged().getFirst(), missing))
        .map(Installation::route)
        .contains(Route.FIRST_TIME);
    assertThat(kept.inProgress()).isEmpty();
  }

  @Test
  void aProductCanBeChosenWhileNothingIsPluggedIn() {
    assertThat(
            install("monday")
                .begin(EPASS, overview(PluggedDevices.NONE, DriverState.NOT_INSTALLED))
                .route())
        .isEqualTo(Route.FIRST_TIME);
    assertThat(
            install("monday")
                .begin(EPASS, overview(PluggedDevices.NONE, DriverState.NO_TOKEN))
                .route())
        .isEqualTo(Route.AGAIN);
    assertThat(install("monday").installable()).containsExactly(EPASS);
  }

  @Test
  void aProductThatTheCatalogueHasLostIsNotInstalledAnyMore() {
    kept.keep(new Installation("gone", Route.FIRST_TIME, 1, Optional.empty(), false));
    assertThat(install("monday").seen(overview(PLUGGED, DriverState.NOT_INSTALLED))).isEmpty();
    assertThat(kept.inProgress()).isEmpty();
  }

  @Test
  void abandonedIsForgotten() {
    InstallDriver install = install("monday");
    install.begin(EPASS, overview(PLUGGED, DriverState.NOT_INSTALLED));
    install.abandon();
    assertThat(install.seen(overview(PLUGGED, DriverState.NOT_INSTALLED))).isEmpty();
  }
}
