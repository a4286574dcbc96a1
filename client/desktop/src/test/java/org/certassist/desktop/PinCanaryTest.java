package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.certassist.core.key.PinState;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.key.KeyFileWork;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.MaskedPin;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.pin.PinWork;
import org.certassist.desktop.send.SendState;
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

/// A PIN that stands nowhere else is typed into a dialog; whatever becomes of it, the window's heap
/// does not hold it afterwards.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class PinCanaryTest {
  @TempDir Path folder;

  private final FxRobot robot = new FxRobot();
  private final MaskedPin pin = MaskedPin.random();
  private final MaskedPin next = MaskedPin.random();

  @SuppressWarnings("NullAway.Init")
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeEach
  void show() throws TimeoutException {
    office = new Office(folder).withKey(PinState.OK);
    robot.interact(() -> {
      Look.install();
      stage = new Stage();
      window =
          new MainWindow(
              stage,
              office.services(Samples.practice()),
              Language.ZH,
              Background.ofJavaFx(),
              new NothingToAsk(),
              office.time);
      window.show();
    });
    until(() -> window.models().keys.state().get() instanceof KeyState.Looked);
  }

  private void askToSign() throws TimeoutException {
    robot.interact(() -> window.models().check.open(Path.of("good.xlsx")));
    until(() -> window.models().check.state().get() instanceof CheckState.Checked);
    robot.interact(() -> window.models().send.begin());
    until(() -> window.models().send.state().get() instanceof SendState.Asking);
  }

  @AfterEach
  void close() {
    robot.interact(() -> {
      window.models().pins.dismiss();
      stage.hide();
    });
  }

  private static final class NothingToAsk implements Asking {
    @Override
    public void beside(Path file) {}

    @Override
    public Optional<Path> open(String title, FileKind kind) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String name) {
      return Optional.empty();
    }

    @Override
    public boolean confirm(Question question) {
      return false;
    }
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void type(String id, MaskedPin typed) {
    Node field = robot.lookup(id).query();
    robot.interact(field::requestFocus);
    robot.targetWindow(field.getScene().getWindow());
    for (int i = 0; i < typed.length(); i++) {
      robot.write(typed.at(i));
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean isInTheHeap() throws IOException {
    Path dump = folder.resolve("window.hprof");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpHeap(dump.toString(), false);
    try {
      return pin.standsIn(dump) || next.standsIn(dump);
    } finally {
      Files.delete(dump);
    }
  }

  /// Else the other tests would prove nothing.
  @Test
  void aPinThatStandsInTheFieldIsFound() throws Exception {
    askToSign();
    type("#pin", pin);
    assertThat(isInTheHeap()).isTrue();
  }

  @Test
  void aPinThatWasSentIsForgotten() throws Exception {
    askToSign();
    office.keys.take(pin);
    type("#pin", pin);
    robot.type(KeyCode.ENTER);
    until(() -> window.models().send.state().get() instanceof SendState.Ended);
    assertThat(office.keys.tries()).isEqualTo(1);
    assertThat(isInTheHeap()).isFalse();
  }

  @Test
  void aPinUnderWhichTheKeyStaysOpenIsForgotten() throws Exception {
    office.keys.take(pin);
    askToSign();
    robot.clickOn("#keep-open");
    type("#pin", pin);
    robot.type(KeyCode.ENTER);
    until(() -> window.models().send.state().get() instanceof SendState.Ended);
    assertThat(office.keeper.open()).isPresent();
    assertThat(isInTheHeap()).isFalse();
  }

  @Test
  void aPinThatWasRefusedIsForgottenWhileItIsAskedForAgain() throws Exception {
    askToSign();
    type("#pin", pin);
    robot.type(KeyCode.ENTER);
    until(() ->
        window.models().send.state().get() instanceof SendState.Asking asking
            && asking.trouble().isPresent());
    assertThat(office.keys.tries()).isEqualTo(1);
    assertThat(isInTheHeap()).isFalse();
  }

  @Test
  void aPinThatWasTypedAndGivenUpIsForgotten() throws Exception {
    askToSign();
    type("#pin", pin);
    robot.type(KeyCode.ESCAPE);
    until(() -> window.models().send.state().get() instanceof SendState.Idle);
    assertThat(office.keys.tries()).isZero();
    assertThat(isInTheHeap()).isFalse();
  }

  @Test
  void thePasswordOfAKeyFileIsForgottenWrongOrRight() throws Exception {
    Path file = Path.of("/home/li/unit.p12");
    office.withKeyFile(file, "").keys.files.lay(file, pin);
    robot.interact(() -> window.models().keyFiles.open(file));
    until(() -> window.models().keyFiles.work().get() instanceof KeyFileWork.Asking);
    type("#key-file-password", next);
    robot.type(KeyCode.ENTER);
    until(() ->
        window.models().keyFiles.work().get() instanceof KeyFileWork.Asking asking
            && asking.trouble().isPresent());
    assertThat(isInTheHeap()).as("a wrong one").isFalse();

    type("#key-file-password", pin);
    robot.type(KeyCode.ENTER);
    until(() -> window.models().keyFiles.work().get() instanceof KeyFileWork.None);
    until(() ->
        window.models().keys.state().get() instanceof KeyState.Looked looked
            && looked.overview().choices().size() == 2);
    assertThat(isInTheHeap()).isFalse();
    robot.interact(() -> {
      var looked = (KeyState.Looked) window.models().keys.state().get();
      window.models().keys.choose(looked.overview().choices().getFirst());
    });
    askToSign();
    type("#pin", pin);
    robot.type(KeyCode.ENTER);
    until(() -> window.models().send.state().get() instanceof SendState.Ended);
    assertThat(office.keys.tries()).isZero();
    assertThat(isInTheHeap()).isFalse();
  }

  @Test
  void twoPinsOfAChangeAreForgotten() throws Exception {
    office.keys.take(pin);
    robot.clickOn("#pin-change");
    type("#pin-in-force", pin);
    type("#new-pin", next);
    type("#new-pin-again", next);
    robot.clickOn("#pin-submit");
    until(() -> window.models().pins.state().get() instanceof PinWork.Done);
    assertThat(isInTheHeap()).isFalse();
  }
}
