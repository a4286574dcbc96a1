package org.certassist.desktop.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.certassist.core.detection.Installation.Step;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.InstallerProgress.Stage;
import org.certassist.core.installer.Offer.Origin;
import org.certassist.core.key.DriverState;
import org.certassist.desktop.Desk;
import org.certassist.desktop.driver.DriversState.Seen;
import org.certassist.desktop.driver.InstallerState.HandedOn;
import org.certassist.desktop.driver.InstallerState.Nothing;
import org.certassist.desktop.driver.InstallerState.Offered;
import org.certassist.desktop.driver.InstallerState.Working;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperPc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The maker's installer as the window knows it.
@Timeout(120)
class InstallerTest {
  @TempDir private Path folder;
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  @BeforeEach
  void make() {
    office = new Office(folder);
    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    office.keys.reporting("epass", "飞天 ePass3000GM", DriverState.NOT_INSTALLED);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private InstallerViewModel installer() {
    return desk.drivers.installer();
  }

  /// The driver is being installed.
  private void begun() {
    desk = new Desk(office);
    desk.until(desk.drivers.state(), Seen.class);
    desk.does(() -> desk.drivers.install(PaperPc.product("epass")));
    desk.until(
        desk.drivers.state(), state -> state instanceof Seen seen && seen.installing().isPresent());
  }

  private Offered offered() {
    begun();
    return desk.until(installer().state(), Offered.class);
  }

  private void untilStep(Step step) {
    desk.until(
        desk.drivers.state(),
        state ->
            state instanceof Seen seen
                && seen.installing()
                    .flatMap(one -> one.installation().step())
                    .filter(step::equals)
                    .isPresent());
  }

  @Test
  void nothingIsOfferedWhereTheCatalogueNamesNone() {
    begun();
    desk.does(desk.drivers::look);
    untilStep(Step.CLOSE_TOOLS);
    assertThat(installer().state().get()).isEqualTo(new Nothing());
    desk.does(installer()::run);
    assertThat(office.pc.installer.runs()).isZero();
  }

  @Test
  void oneThatRanLeadsToTheNextStep() {
    office.pc.installer.named();
    assertThat(offered().offer().origin()).isEqualTo(new Origin.Download());
    desk.does(installer()::run);
    untilStep(Step.RESTART);
    desk.until(installer().state(), Nothing.class);
    assertThat(office.pc.installer.runs()).isEqualTo(1);
  }

  @Test
  void whyItDidNotRunIsSaidAndItCanBeTriedAgain() {
    InstallerFault fault = InstallerFault.of("unreached", "driver.ca.example", "timeout");
    office.pc.installer.named().failing(fault);
    offered();
    desk.does(installer()::run);
    desk.until(
        installer().state(),
        state -> state instanceof Offered again && again.trouble().equals(Optional.of(fault)));
    office.pc.installer.mended();
    desk.does(installer()::run);
    untilStep(Step.RESTART);
  }

  @Test
  void whileItComesItCanBeCancelled() {
    CountDownLatch never = new CountDownLatch(1);
    office.pc.installer.named().slow(never);
    offered();
    desk.does(installer()::run);
    desk.until(installer().progress(), now -> now.bytes() > 0);
    desk.does(installer()::cancel);
    assertThat(desk.until(installer().state(), Offered.class).trouble()).isEmpty();
    assertThat(office.pc.installer.runs()).isZero();
  }

  @Test
  void onceItRunsItIsNotStopped() {
    CountDownLatch end = new CountDownLatch(1);
    office.pc.installer.named().lasting(end);
    offered();
    desk.does(installer()::run);
    desk.until(installer().progress(), now -> now.stage() == Stage.RUNNING);
    desk.does(installer()::cancel);
    assertThat(installer().state().get()).isInstanceOf(Working.class);
    end.countDown();
    untilStep(Step.RESTART);
  }

  @Test
  void givingTheInstallationUpEndsTheDownload() {
    CountDownLatch never = new CountDownLatch(1);
    office.pc.installer.named().slow(never);
    offered();
    desk.does(installer()::run);
    desk.until(installer().progress(), now -> now.bytes() > 0);
    desk.does(desk.drivers::endInstallation);
    desk.until(installer().state(), Nothing.class);
    assertThat(office.pc.installer.runs()).isZero();
    assertThat(office.pc.installation()).isEmpty();
  }

  @Test
  void whatTheSystemGoesOnWithIsHerWord() {
    office.pc.installer.named().handingOn();
    offered();
    desk.does(installer()::run);
    desk.until(installer().state(), HandedOn.class);
    untilStep(Step.CLOSE_TOOLS);
  }
}
