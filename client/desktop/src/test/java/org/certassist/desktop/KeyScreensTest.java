package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.core.key.TokenPin;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ClockReading;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperKeys;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.pin.PinWork;
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

/// The key's screens by hand: the card, the PIN dialog, several keys, drivers in trouble.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class KeyScreensTest {
  private static final String NEW_PIN = "a864208";

  @TempDir Path folder;
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void make() {
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    robot.interact(() -> {
      window.models().pins.dismiss();
      stage.hide();
    });
  }

  private void show(Profile... profiles) throws TimeoutException {
    robot.interact(() -> {
      Look.install();
      stage = new Stage();
      window =
          new MainWindow(
              stage,
              office.services(profiles.length == 0 ? new Profile[] {Samples.practice()} : profiles),
              Language.ZH,
              Background.ofJavaFx(),
              new NoFiles(),
              office.time);
      window.show();
    });
    untilLooked();
  }

  private static final class NoFiles implements Asking {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      return Optional.empty();
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

  private void untilLooked() throws TimeoutException {
    until(() -> window.models().keys.state().get() instanceof KeyState.Looked);
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void untilPin(Class<? extends PinWork> state) throws TimeoutException {
    until(() -> state.isInstance(window.models().pins.state().get()));
    untilLooked();
  }

  private boolean isShown(String id) {
    return robot.lookup(id).tryQuery().isPresent();
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private boolean isDisabled(String id) {
    return robot.lookup(id).queryButton().isDisabled();
  }

  private void type(String id, String text) {
    Node field = robot.lookup(id).query();
    robot.interact(field::requestFocus);
    robot.targetWindow(field.getScene().getWindow());
    robot.write(text);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aPinIsCheckedByKeyboard() throws TimeoutException {
    office.withKey(PinState.OK);
    show();
    robot.clickOn("#pin-verify");
    assertThat(isDisabled("#pin-submit")).isTrue();
    type("#pin-in-force", PaperKeys.PIN);
    robot.type(KeyCode.ENTER);
    untilPin(PinWork.Done.class);

    assertThat(isShown("#pin-done")).isTrue();
    assertThat(office.keys.tries()).isEqualTo(1);
    robot.clickOn("#pin-close");
    assertThat(isShown("#pin-done")).isFalse();
  }

  @Test
  void aNewPinIsJudgedWhileItIsTypedAndNothingIsTriedBeforeItIsGood() throws TimeoutException {
    office.withKey(new TokenPin(PinState.OK, PinState.OK, false, 6, 16));
    show();
    robot.clickOn("#pin-change");
    assertThat(text("#new-pin-hint")).contains("6 到 16 位");
    type("#pin-in-force", PaperKeys.PIN);
    type("#new-pin", "123456");
    assertThat(text("#new-pin-hint")).contains("大家都知道的初始口令");
    robot.type(KeyCode.ENTER);
    assertThat(office.keys.tries()).isZero();

    robot.type(KeyCode.DELETE);
    type("#new-pin", NEW_PIN);
    type("#new-pin-again", NEW_PIN);
    assertThat(isDisabled("#pin-submit")).isFalse();
    robot.clickOn("#pin-submit");
    untilPin(PinWork.Done.class);
    assertThat(office.keys.tries()).isEqualTo(1);
  }

  @Test
  void afterAWrongPinTheSameDialogStaysEmpty() throws TimeoutException {
    office.withKey(PinState.WRONG_TRIED);
    show();
    robot.clickOn("#pin-verify");
    Node before = robot.lookup("#pin-in-force").query();
    var dialog = before.getScene().getWindow();
    type("#pin-in-force", "000000");
    robot.type(KeyCode.ENTER);
    untilPin(PinWork.Asking.class);
    until(() -> isShown("#pin-last-try"));

    assertThat(robot.lookup("#pin-in-force").query().getScene().getWindow()).isSameAs(dialog);
    assertThat(isDisabled("#pin-submit")).isTrue();
    assertThat(office.keys.tries()).isEqualTo(1);

    type("#pin-in-force", PaperKeys.PIN);
    assertThat(isDisabled("#pin-submit")).as("not without a yes").isTrue();
    robot.clickOn("#pin-last-try");
    assertThat(isDisabled("#pin-submit")).isFalse();
  }

  @Test
  void aLockedKeyIsOfferedNoFieldForItsPin() throws TimeoutException {
    office.withKey(PinState.LOCKED);
    show();
    assertThat(isShown("#pin-verify")).isFalse();
    assertThat(isShown("#pin-change")).isFalse();

    robot.clickOn("#pin-unblock");
    type("#pin-in-force", PaperKeys.ADMINISTRATORS);
    type("#new-pin", NEW_PIN);
    type("#new-pin-again", NEW_PIN);
    robot.clickOn("#pin-submit");
    untilPin(PinWork.Done.class);
    until(() -> isShown("#pin-verify"));
  }

  @Test
  void aKeyThatLocksNowIsAskedNothingMore() throws TimeoutException {
    office.withKey(PinState.LAST_TRY);
    show();
    robot.clickOn("#pin-verify");
    type("#pin-in-force", "000000");
    robot.clickOn("#pin-last-try").clickOn("#pin-submit");
    untilPin(PinWork.Asking.class);
    until(() -> isShown("#pin-begin-unblock"));
    assertThat(isShown("#pin-in-force")).isFalse();
    assertThat(isShown("#pin-submit")).isFalse();
  }

  @Test
  void aKeyWithAPadIsTypedOn() throws TimeoutException {
    office.withKey(new TokenPin(PinState.OK, PinState.OK, true, 6, 16));
    show();
    robot.clickOn("#pin-change");
    assertThat(isShown("#pin-in-force")).isFalse();
    assertThat(isShown("#new-pin")).isFalse();
    assertThat(text("#pin-pad")).contains("显示屏");
    robot.clickOn("#pin-submit");
    untilPin(PinWork.Done.class);
  }

  @Test
  void theRegionsInitialPinIsNamedWhereAPinIsAskedForAndNotForTheAdministrators()
      throws TimeoutException {
    office.withKey(PinState.OK);
    show(Samples.jiangsu());
    robot.clickOn("#pin-verify");
    assertThat(isShown("#initial-pin")).isTrue();
    assertThat(text("#initial-pin")).contains("身份证号码后 6 位", "123456");
    assertThat(office.keys.tries()).isZero();
  }

  @Test
  void aDialogGivenUpKeepsNothing() throws Exception {
    office.withKey(PinState.OK);
    show();
    robot.clickOn("#pin-change");
    type("#pin-in-force", PaperKeys.PIN);
    type("#new-pin", NEW_PIN);
    Node first = robot.lookup("#pin-in-force").query();
    Node fresh = robot.lookup("#new-pin").query();
    robot.type(KeyCode.ESCAPE);
    until(() -> window.models().pins.state().get() instanceof PinWork.Idle);
    for (Node field : new Node[] {first, fresh}) {
      var wiped = field.getClass().getDeclaredMethod("isWiped");
      wiped.setAccessible(true);
      assertThat(wiped.invoke(field)).isEqualTo(true);
    }
    assertThat(office.keys.tries()).isZero();
  }

  @Test
  void theWindowStaysWhileTheDriverSetsAPin() throws TimeoutException {
    CountDownLatch hold = new CountDownLatch(1);
    office.withKey(PinState.OK);
    office.keys.holding(hold);
    show();
    robot.clickOn("#pin-verify");
    type("#pin-in-force", PaperKeys.PIN);
    robot.type(KeyCode.ENTER);
    untilPin(PinWork.Working.class);
    assertThat(isShown("#pin-working")).isTrue();

    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    robot.type(KeyCode.ESCAPE);
    assertThat(stage.isShowing()).isTrue();
    assertThat(isShown("#pin-working")).isTrue();

    hold.countDown();
    untilPin(PinWork.Done.class);
  }

  @Test
  void aKeyPulledOutIsMissedAndAnotherOneMustBeChosen() throws TimeoutException {
    office.withKey(PinState.OK);
    show();
    office.keys.pull(Office.SERIAL);
    office.withKey("2", "另一单位", Samples.OTHER_CODE, PinState.OK, CertificateStatus.GOOD);
    robot.push(KeyCode.F5);
    until(() -> isShown("#key-gone"));
    assertThat(window.models().keys.state().get().key()).isEmpty();

    robot.clickOn("#key-" + PaperKeys.certificate("2").sha256());
    assertThat(window.models().keys.state().get().key()).isPresent();
    assertThat(isShown("#key-gone")).isFalse();
  }

  @Test
  void theWindowListsWhatIsPluggedInAndPulledByItself() throws TimeoutException {
    show();
    office.withKey(PinState.OK);
    until(() -> isShown("#certificate-card"));
    office.keys.pull(Office.SERIAL);
    until(() -> isShown("#key-gone"));
    office.withKey(PinState.OK);
    until(() -> isShown("#certificate-card"));

    robot.interact(() -> stage.setIconified(true));
    int seconds = 3;
    int before = office.keys.asked();
    WaitForAsyncUtils.sleep(seconds, TimeUnit.SECONDS);
    assertThat(office.keys.asked()).as("hidden").isLessThanOrEqualTo(before + 1);
  }

  @Test
  void aClockThatIsOffIsSaidAboveTheKey() throws TimeoutException {
    office.withKey(PinState.OK);
    show();
    assertThat(isShown("#clock-off")).isFalse();
    Instant here = office.time.instant();
    office.clock = () -> ClockReading.against(here.plus(Duration.ofHours(1)), here);
    robot.push(KeyCode.F5);
    until(() -> isShown("#clock-off"));
  }

  @Test
  void aDriverThatWasSwitchedOffIsUsedAgainByItsButton() throws TimeoutException {
    office.keys.reporting("gm3000", "龙脉 GM3000", DriverState.QUARANTINED);
    show();
    robot.clickOn("#use-again-gm3000");
    until(() -> !isShown("#use-again-gm3000"));
    untilLooked();
  }
}
