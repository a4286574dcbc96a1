package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.Installation.Route;
import org.certassist.core.driver.RegisteredModule.Spoken;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.driver.DriversState;
import org.certassist.desktop.driver.DriversState.Seen;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperPc;
import org.certassist.desktop.office.Samples;
import org.certassist.texts.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The place of the drivers by hand.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class DriverScreensTest {
  private static final Path LIBRARY = Path.of("/opt/vendor/libkey.so");

  @TempDir Path folder;
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  private final FxRobot robot = new FxRobot();
  private final List<FileKind> offered = new ArrayList<>();

  @BeforeEach
  void make() {
    office = new Office(folder);
    reporting("epass", DriverState.NOT_INSTALLED);
    reporting("gm3000", DriverState.NOT_INSTALLED);
  }

  @AfterEach
  void close() {
    robot.interact(() -> stage.hide());
  }

  private void reporting(String id, DriverState state) {
    office.keys.reporting(id, PaperPc.product(id).name(), state);
  }

  private void show(Language language, Profile profile) throws TimeoutException {
    robot.interact(() -> {
      Look.install();
      stage = new Stage();
      window =
          new MainWindow(
              stage,
              office.services(profile),
              language,
              Background.ofJavaFx(),
              new Answers(),
              office.time);
      window.show();
    });
    until(() -> window.models().drivers.state().get() instanceof Seen);
  }

  private void showPlace() throws TimeoutException {
    show(Language.ZH, Samples.jiangsu());
    robot.interact(() -> window.models().place.set(Place.DRIVERS));
  }

  private final class Answers implements Asking {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      offered.add(kind);
      return Optional.of(LIBRARY);
    }

    @Override
    public Optional<Path> save(String title, String name) {
      return Optional.empty();
    }

    @Override
    public void beside(Path file) {}

    @Override
    public boolean confirm(Question question) {
      return false;
    }
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean isShown(String id) {
    return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
  }

  private void press(String id) {
    robot.interact(() -> robot.lookup(id).queryButton().fire());
  }

  private String words(String id) {
    Node part = robot.lookup(id).query();
    return part.lookupAll(".label").stream()
        .flatMap(DriverScreensTest::text)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> text(Node node) {
    return node instanceof Labeled labeled ? Stream.of(labeled.getText()) : Stream.empty();
  }

  private String words(DriverState state) {
    return office.services(Samples.jiangsu()).texts().apply(Language.ZH).driverState(state);
  }

  @Test
  void whereNothingIsPluggedInTheLeftSideLeadsToWhatCanBeTried() throws TimeoutException {
    show(Language.ZH, Samples.jiangsu());
    robot.clickOn("#key-drivers");
    until(() -> isShown("#nothing-plugged"));
    assertThat(window.models().place.get()).isEqualTo(Place.DRIVERS);

    MenuButton models = robot.lookup("#install-model").queryAs(MenuButton.class);
    assertThat(models.getItems())
        .extracting(item -> item.getText())
        .containsExactly("飞天 ePass3000GM", "龙脉 mToken GM3000");
    robot.interact(() -> models.getItems().getFirst().fire());
    until(() -> isShown("#installation"));
    assertThat(isShown("#nothing-plugged")).isFalse();
  }

  @Test
  void besideABuiltInReaderThereIsWhatCanBeTried() throws TimeoutException {
    office.pc.plugIn(PaperPc.UNKNOWN, "a reader", Role.SMART_CARD);
    showPlace();
    assertThat(isShown("#nothing-plugged")).isTrue();
    assertThat(isShown("#install-model")).isTrue();
    assertThat(isShown("#plugged-2B0F-1001")).isTrue();
  }

  @Test
  void aKeyWithoutADriverIsLedThroughItsInstallation() throws TimeoutException {
    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    showPlace();
    assertThat(words("#plugged-096E-0309")).contains("飞天 ePass3000GM", "096E:0309");
    press("#install-epass");
    until(() -> isShown("#install-step-closeTools.now"));
    assertThat(isShown("#install-epass")).as("it is under way").isFalse();
    press("#install-done");
    until(() -> isShown("#install-step-pullOut.now"));

    office.pc.pull(PaperPc.EPASS);
    press("#drivers-look");
    until(() -> isShown("#install-step-install.now"));
    reporting("epass", DriverState.NO_TOKEN);
    press("#drivers-look");
    until(() -> isShown("#install-step-restart.now"));
    assertThat(isShown("#install-step-install.done")).isTrue();

    press("#install-abandon");
    until(() -> isShown("#nothing-plugged"));
    assertThat(office.pc.installation()).isEmpty();
  }

  private void showInstallerStep() throws TimeoutException {
    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    showPlace();
    press("#install-epass");
    until(() -> isShown("#install-step-closeTools.now"));
    assertThat(isShown("#installer")).as("it is not its step").isFalse();
    press("#install-done");
    until(() -> isShown("#install-step-pullOut.now"));
    office.pc.pull(PaperPc.EPASS);
    press("#drivers-look");
    until(() -> isShown("#install-step-install.now"));
  }

  @Test
  void theMakersInstallerIsOfferedAtItsStepAndRun() throws TimeoutException {
    CountDownLatch rest = new CountDownLatch(1);
    office.pc.installer.named().slow(rest);
    showInstallerStep();
    until(() -> isShown("#installer-run"));
    assertThat(words("#installer"))
        .contains("driver.ca.example", "18.4 MB", "飞天诚信科技股份有限公司", "5f5f5f5f");
    press("#installer-run");
    until(() -> isShown("#installer-bar"));
    press("#installer-cancel");
    until(() -> isShown("#installer-run"));
    press("#installer-run");
    rest.countDown();
    until(() -> isShown("#install-step-restart.now"));
    assertThat(isShown("#installer")).isFalse();
  }

  @Test
  void whereTheCatalogueNamesNoInstallerNothingOfItIsShown() throws TimeoutException {
    showInstallerStep();
    assertThat(isShown("#installer")).isFalse();
    assertThat(isShown("#install-done")).isTrue();
  }

  @Test
  void afterTheRestartItGoesOnAndSaysWhenTheKeyCanBeUsed() throws TimeoutException {
    office
        .pc
        .installing(new Installation("epass", Route.FIRST_TIME, 3, Optional.of("monday"), true))
        .restart();
    reporting("epass", DriverState.NO_TOKEN);
    show(Language.EN, Samples.jiangsu());
    until(() -> isShown("#install-step-plugIn.now"));
    assertThat(window.models().place.get()).isEqualTo(Place.DRIVERS);

    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    press("#drivers-look");
    until(() -> isShown("#install-check"));
    reporting("epass", DriverState.READY);
    press("#install-check");
    until(() -> isShown("#installation-close"));
    press("#installation-close");
    until(() -> !isShown("#installation"));
  }

  @Test
  void driversInTroubleComeFirstAndThoseNotInstalledAreCountedOnly() throws TimeoutException {
    office.withKey(PinState.OK);
    reporting("epass", DriverState.CRASHED);
    showPlace();
    List<String> rows =
        robot.lookup("#driver-rows .line").queryAll().stream().map(Node::getId).toList();
    assertThat(rows).startsWith("driver-epass").contains("driver-softhsm2");
    assertThat(rows).doesNotContain("driver-gm3000");
    assertThat(words("#driver-rows")).contains("1 种驱动").contains(words(DriverState.CRASHED));
    assertThat(isShown("#drivers-registered")).isFalse();
  }

  @Test
  void aDriverIsTestedByItself() throws TimeoutException {
    office.withKey(PinState.OK);
    showPlace();
    press("#test-softhsm2");
    until(() -> isShown("#driver-tested"));
    until(() ->
        text(robot.lookup("#driver-tested").query()).anyMatch(said -> said.contains("1 个 UKey")));
  }

  @Test
  void oneThatWasSwitchedOffIsUsedAgain() throws TimeoutException {
    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    reporting("epass", DriverState.QUARANTINED);
    showPlace();
    assertThat(isShown("#drivers-use-again-epass")).isTrue();
    press("#key-use-again-epass");
    until(() -> !isShown("#key-use-again-epass"));
    assertThat(words("#driver-epass")).contains(words(DriverState.NO_TOKEN));
  }

  @Test
  void aFileIsTestedAndThenUsedFromNowOn() throws TimeoutException {
    office.pc.plugIn(PaperPc.UNKNOWN, "a card", Role.SMART_CARD);
    office.keys.trying(LIBRARY, DriverState.READY, "5a90c3e2");
    showPlace();
    press("#pick-library");
    until(() -> isShown("#picking-take"));
    assertThat(offered.getFirst().patterns()).contains("*.dll", "*.so", "*.dylib");
    assertThat(words("#picking-tested")).contains("libkey.so", "5a90c3e2");
    assertThat(office.pc.picked()).isEmpty();
    press("#picking-take");
    until(() -> isShown("#picking-close"));
    assertThat(office.pc.picked()).hasSize(1);
    press("#picking-close");
    until(() -> !isShown("#picking-close"));
  }

  @Test
  void aFileThatIsNoDriverIsNotOffered() throws TimeoutException {
    office.keys.trying(LIBRARY, DriverState.REFUSED);
    showPlace();
    press("#pick-library");
    until(() -> isShown("#picking-tested"));
    assertThat(words("#picking-tested")).contains(words(DriverState.REFUSED));
    assertThat(isShown("#picking-take")).isFalse();
  }

  @Test
  void aFileThatAnInstallerEnteredForTheKeyIsTested() throws TimeoutException {
    Path entered = Path.of("C:\\Windows\\System32\\unknown_p11.dll");
    office
        .pc
        .plugIn(PaperPc.UNKNOWN, "a card", Role.SMART_CARD)
        .registering(entered.toString(), Spoken.PKCS11, "NETCA", PaperPc.UNKNOWN);
    office.keys.trying(entered.toAbsolutePath(), DriverState.READY, "5a90c3e2");
    showPlace();
    press("#try-registered");
    until(() -> isShown("#picking-take"));
    assertThat(words("#picking-tested")).contains("unknown_p11.dll", "5a90c3e2");
  }

  @Test
  void whatInstallersRegisteredIsListed() throws TimeoutException {
    office.pc.registering("C:\\Windows\\System32\\gm3000_pkcs11.dll", Spoken.PKCS11, "NETCA");
    showPlace();
    assertThat(words("#drivers-registered")).contains("gm3000_pkcs11.dll", "NETCA");
  }

  @Test
  void inPracticeRealKeysAreNotSpokenOf() throws TimeoutException {
    show(Language.ZH, Samples.practice());
    robot.interact(() -> window.models().place.set(Place.DRIVERS));
    until(() -> isShown("#drivers-practice"));
    assertThat(isShown("#nothing-plugged")).isFalse();
    assertThat(isShown("#pick-library")).isFalse();
  }

  @Test
  void whatWasSeenStandsWhileItIsLookedForAnew() throws TimeoutException {
    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM", Role.HID);
    showPlace();
    DriversState before = window.models().drivers.state().get();
    press("#drivers-look");
    assertThat(window.models().drivers.state().get()).isInstanceOf(Seen.class).isEqualTo(before);
    until(() -> !robot.lookup("#drivers-look").queryButton().isDisabled());
  }
}
