package org.certassist.desktop.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.Installation.Route;
import org.certassist.core.detection.Installation.Step;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenKey;
import org.certassist.desktop.Desk;
import org.certassist.desktop.driver.DriversState.Seen;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperPc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The drivers as the window knows them: looks, tests, picked files, installations.
@Timeout(120)
class DriversTest {
  private static final Path LIBRARY = Path.of("/opt/vendor/libkey.so");

  @TempDir private Path folder;
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  @BeforeEach
  void make() {
    office = new Office(folder);
    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    reporting(DriverState.NOT_INSTALLED);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void reporting(DriverState state) {
    office.keys.reporting("epass", "飞天 ePass3000GM", state);
  }

  private Seen opened() {
    desk = new Desk(office);
    return desk.until(desk.drivers.state(), Seen.class);
  }

  private Seen looked() {
    desk.does(desk.keys::look);
    desk.until(desk.keys.state(), KeyState.Looked.class);
    desk.until(desk.drivers.isLooking(), looking -> !looking);
    return (Seen) desk.drivers.state().get();
  }

  private void untilStep(Step step) {
    desk.until(desk.drivers.state(), state -> step(state).equals(Optional.of(step)));
  }

  private static Optional<Step> step(DriversState state) {
    return state instanceof Seen seen
        ? seen.installing().flatMap(one -> one.installation().step())
        : Optional.empty();
  }

  @Test
  void whatIsPluggedInIsHeldAgainstEveryLookAtTheDrivers() {
    Seen seen = opened();
    assertThat(seen.overview().plugged())
        .extracting(PluggedKey::verdict)
        .containsExactly(KeyVerdict.NOT_INSTALLED);
    assertThat(seen.mendable()).isEqualTo(seen.overview().plugged());
    assertThat(seen.edition()).isEqualTo(3);

    reporting(DriverState.READY);
    desk.does(desk.keys::look);
    desk.until(
        desk.drivers.state(),
        state ->
            state instanceof Seen now
                && now.overview().plugged().stream()
                    .anyMatch(key -> key.verdict() == KeyVerdict.READY)
                && now.mendable().isEmpty());

    office.pc.pull(PaperPc.EPASS);
    desk.does(desk.drivers::look);
    desk.until(
        desk.drivers.state(),
        state -> state instanceof Seen now && now.overview().plugged().isEmpty());
  }

  @Test
  void aKeyOfWhichNoDriverKnowsIsSeenToComeAndGoWithoutAClick() throws InterruptedException {
    opened();
    int before = office.keys.asked();
    desk.does(() -> desk.keys.watchWhile(new SimpleBooleanProperty(true)));
    while (office.keys.asked() == before) {
      Thread.sleep(10);
    }
    office.pc.pull(PaperPc.EPASS);
    desk.until(
        desk.drivers.state(),
        state -> state instanceof Seen now && now.overview().plugged().isEmpty());
  }

  @Test
  void anInstallationGoesOnFromLookToLook() {
    opened();
    desk.does(() -> desk.drivers.install(PaperPc.product("epass")));
    untilStep(Step.CLOSE_TOOLS);
    assertThat(office.pc.installation()).isPresent();

    desk.does(() -> {
      desk.drivers.stepDone(Step.CLOSE_TOOLS);
      desk.drivers.stepDone(Step.CLOSE_TOOLS);
    });
    untilStep(Step.PULL_OUT);
    office.pc.pull(PaperPc.EPASS);
    desk.does(desk.keys::look);
    untilStep(Step.INSTALL);
    reporting(DriverState.NO_TOKEN);
    desk.does(desk.keys::look);
    untilStep(Step.RESTART);
    assertThat(office.pc.installation()).flatMap(Installation::step).contains(Step.RESTART);
  }

  @Test
  void afterTheRestartTheWindowOpensAtTheStepThatIsNext() {
    office.pc.pull(PaperPc.EPASS);
    office
        .pc
        .installing(new Installation("epass", Route.FIRST_TIME, 3, Optional.of("monday"), true))
        .restart();
    reporting(DriverState.NO_TOKEN);
    opened();
    assertThat(desk.place()).isEqualTo("drivers");
    untilStep(Step.PLUG_IN);

    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    desk.does(desk.keys::look);
    untilStep(Step.CHECK);
    reporting(DriverState.READY);
    desk.does(desk.keys::look);
    desk.until(desk.drivers.state(), DriversTest::isOver);
    assertThat(office.pc.installation()).isEmpty();
  }

  private static boolean isOver(DriversState state) {
    return state instanceof Seen seen
        && seen.installing().filter(one -> one.installation().isOver()).isPresent();
  }

  @Test
  void thatItIsInstalledStandsUntilSheHasReadItOrTheKeyIsGone() {
    office.pc.installing(
        new Installation("epass", Route.FIRST_TIME, 5, Optional.of("monday"), true));
    reporting(DriverState.READY);
    opened();
    desk.until(desk.drivers.state(), DriversTest::isOver);
    assertThat(looked()).matches(DriversTest::isOver);

    reporting(DriverState.NO_TOKEN);
    desk.does(desk.keys::look);
    desk.until(
        desk.drivers.state(), state -> state instanceof Seen now && now.installing().isEmpty());
  }

  @Test
  void thatItIsInstalledIsNotLostWhereTheSocketsChangeDuringTheLookThatSeesIt() {
    office.pc.installing(
        new Installation("epass", Route.FIRST_TIME, 5, Optional.of("monday"), true));
    reporting(DriverState.NO_TOKEN);
    opened();
    untilStep(Step.CHECK);
    reporting(DriverState.READY);
    desk.does(() ->
        desk.keys
            .state()
            .subscribe(state -> {
              if (state instanceof KeyState.Looked) {
                desk.drivers.socketsChanged();
              }
            }));
    desk.does(desk.keys::look);
    desk.until(desk.drivers.state(), DriversTest::isOver);
    assertThat(looked()).matches(DriversTest::isOver);
  }

  @Test
  void sheCanGiveAnInstallationUp() {
    opened();
    desk.does(() -> desk.drivers.install(PaperPc.product("epass")));
    untilStep(Step.CLOSE_TOOLS);
    desk.does(desk.drivers::endInstallation);
    desk.until(
        desk.drivers.state(), state -> state instanceof Seen now && now.installing().isEmpty());
    assertThat(office.pc.installation()).isEmpty();
  }

  @Test
  void withoutAnInstallationTheWindowOpensWhereItAlwaysDoes() {
    opened();
    assertThat(desk.place()).isEqualTo("filing");
  }

  @Test
  void aTestAsksOneDriverAndSaysWhatCameOfItAndHowLongItTook() {
    office.withKey(PinState.OK);
    opened();
    desk.does(() -> desk.drivers.test("softhsm2"));
    desk.until(
        desk.drivers.test(),
        test -> test.filter(TrialOfDriver.Answered.class::isInstance).isPresent());
    TrialOfDriver.Answered answer =
        (TrialOfDriver.Answered) desk.drivers.test().get().orElseThrow();
    assertThat(answer.seen().drivers())
        .extracting(DriverReport::id, DriverReport::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("softhsm2", DriverState.READY));
    assertThat(answer.seen().keys()).extracting(TokenKey::serial).containsExactly(Office.SERIAL);
    assertThat(answer.took()).isPositive();

    office.keys.pull(Office.SERIAL);
    desk.does(desk.keys::look);
    desk.until(desk.drivers.test(), Optional::isEmpty);
  }

  @Test
  void aLibraryThatShowsAKeyIsUsedOnlyWhenSheSaysSoAndForgottenWhenSheSaysSo() {
    office.keys.trying(LIBRARY, DriverState.READY, "5a90c3e2");
    opened();
    desk.does(() -> desk.drivers.pick(LIBRARY));
    desk.until(desk.drivers.picking(), Picking.Tested.class);
    assertThat(office.pc.picked()).isEmpty();

    desk.does(desk.drivers::take);
    desk.until(desk.drivers.picking(), Picking.Taken.class);
    assertThat(office.pc.picked()).extracting(picked -> picked.file()).containsExactly(LIBRARY);

    String id = office.pc.picked().getFirst().id();
    desk.does(() -> desk.drivers.forget(id));
    desk.until(desk.drivers.picking(), Picking.Nothing.class);
    assertThat(office.pc.picked()).isEmpty();
  }

  @Test
  void aLibraryThatShowsNothingIsNotTaken() {
    office.keys.trying(LIBRARY, DriverState.NO_TOKEN);
    opened();
    desk.does(() -> desk.drivers.pick(LIBRARY));
    desk.until(desk.drivers.picking(), Picking.Tested.class);
    desk.does(desk.drivers::take);
    desk.does(desk.drivers::pickNothing);
    assertThat(desk.drivers.picking().get()).isInstanceOf(Picking.Nothing.class);
    assertThat(office.pc.picked()).isEmpty();
  }
}
