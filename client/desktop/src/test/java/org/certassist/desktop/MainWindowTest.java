package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.certassist.core.declaration.Column;
import org.certassist.core.key.PinState;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.certassist.core.rules.Finding;
import org.certassist.desktop.carry.FillState;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperKeys;
import org.certassist.desktop.office.Samples;
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

/// The main job by hand: mouse, keyboard and what stands on the screen.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class MainWindowTest {
  private static final RowAnswers ALL_ACCEPTED = new RowAnswers(12, 0, List.of());

  @TempDir Path folder;
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  private final FxRobot robot = new FxRobot();
  private Path nextFile = Path.of("good.xlsx");
  private Optional<String> typed = Optional.empty();
  private final List<String> proposed = new ArrayList<>();

  @BeforeEach
  void make() {
    office = new Office(folder);
    office.portal.answering(ALL_ACCEPTED);
  }

  @AfterEach
  void close() {
    robot.interact(() -> stage.hide());
  }

  private void show() throws TimeoutException {
    robot.interact(() -> {
      Look.install();
      stage = new Stage();
      window =
          new MainWindow(
              stage,
              office.services(Samples.practice()),
              Language.ZH,
              Background.ofJavaFx(),
              new Answers(),
              office.time);
      window.show();
    });
    until(() -> window.models().keys.state().get() instanceof KeyState.Looked);
  }

  /// Answers file dialogs by itself: with what is typed once, else with the name proposed.
  private final class Answers implements Asking {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      return Optional.of(nextFile);
    }

    @Override
    public Optional<Path> save(String title, String name) {
      proposed.add(name);
      String chosen = typed.orElse(name);
      typed = Optional.empty();
      return Optional.of(folder.resolve(chosen));
    }

    @Override
    public void beside(Path file) {}

    @Override
    public boolean confirm(Question question) {
      return true;
    }
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void open(String file) throws TimeoutException {
    nextFile = Path.of(file);
    robot.clickOn("#open");
    until(() -> !(window.models().check.state().get() instanceof CheckState.Reading));
  }

  private void ask() throws TimeoutException {
    open("good.xlsx");
    robot.clickOn("#main-act");
    until(() -> window.models().send.state().get() instanceof SendState.Asking);
  }

  private void typePin(String pin) {
    robot.targetWindow(robot.lookup("#pin").query().getScene().getWindow());
    robot.write(pin);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private <T extends SendState> void untilSend(Class<T> state) throws TimeoutException {
    until(() -> state.isInstance(window.models().send.state().get()));
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  @Test
  void aFindingPointsAtItsCell() throws TimeoutException {
    show();
    open("faulty.xlsx");
    TableView<Finding> findings = robot.lookup("#findings").queryTableView();
    TableView<?> sheet = robot.lookup("#sheet").queryTableView();
    assertThat(findings.getItems()).hasSize(7);
    assertThat(selected(sheet)).isEqualTo("idNumber 5");
    assertThat(findings.getSelectionModel().getSelectedIndex()).isZero();
    assertThat(findings.isFocused()).isTrue();

    robot.type(KeyCode.DOWN).type(KeyCode.DOWN);

    assertThat(selected(sheet)).isEqualTo("phone 9");
    assertThat(text("#finding-detail")).startsWith("D9（杨志强）：");
    assertThat(robot.lookup("#main-act").queryButton().isDisabled()).isTrue();
  }

  private static String selected(TableView<?> sheet) {
    var cell = sheet.getSelectionModel().getSelectedCells().getFirst();
    return cell.getTableColumn().getUserData() + " " + (cell.getRow() + 4);
  }

  @Test
  void aFileThatIsNoTemplateIsExplained() throws TimeoutException {
    show();
    open("letter.docx");
    assertThat(robot.lookup("#unusable").tryQuery()).isPresent();
    assertThat(robot.lookup("#open").tryQuery()).isPresent();
  }

  @Test
  void ofSeveralTemplatesThatFitSheChoosesOne() throws TimeoutException {
    office.workbooks.several("two.xlsx", List.of("甲厂", "乙厂"), Samples.good(3));
    show();
    open("two.xlsx");
    robot.clickOn("#template-乙厂");
    until(() -> window.models().check.state().get() instanceof CheckState.Checked);
  }

  @Test
  void theMarkedCopyCarriesOneNoteACell() throws TimeoutException {
    show();
    open("faulty.xlsx");
    robot.clickOn("#save-marked");
    until(() -> !office.workbooks.marked().isEmpty());
    assertThat(office.workbooks.marked().getFirst()).hasSize(7);
  }

  @Test
  void theDialogAsksBeforeTheFileOfACompletedNameIsReplaced() throws Exception {
    Files.writeString(folder.resolve("mine.xlsx"), "somebody's");
    typed = Optional.of("mine");
    show();
    open("faulty.xlsx");
    robot.clickOn("#save-marked");
    until(() -> !office.workbooks.marked().isEmpty());
    assertThat(proposed).hasSize(2).endsWith("mine.xlsx");
  }

  @Test
  void theDigestIsShownBeforeThePinIsTyped() throws TimeoutException {
    office.withKey(PinState.OK);
    show();
    ask();
    SendState.Asking asking = (SendState.Asking) window.models().send.state().get();
    String sha256 =
        ((org.certassist.desktop.send.Subject.One) asking.subject()).prepared().summary().sha256();
    assertThat(text("#digest").replaceAll("\\s", "")).isEqualTo(sha256);
    assertThat(robot.lookup("#sign-now").queryButton().isDisabled()).isTrue();
  }

  @Test
  void signingByKeyboardEndsWithAReceipt() throws TimeoutException {
    office.withKey(PinState.OK);
    show();
    ask();
    typePin(PaperKeys.PIN);
    robot.type(KeyCode.ENTER);
    untilSend(SendState.Ended.class);
    assertThat(office.portal.received()).isEqualTo(1);
    assertThat(robot.lookup(".receipt-number").queryAs(Label.class).getText())
        .startsWith("SZ-20261122-");
  }

  @Test
  void aWrongPinIsTriedOnceAndSaidSo() throws TimeoutException {
    office.withKey(PinState.OK);
    show();
    ask();
    typePin("000000");
    robot.type(KeyCode.ENTER);
    until(() ->
        window.models().send.state().get() instanceof SendState.Asking asking
            && asking.trouble().isPresent());
    assertThat(office.keys.tries()).isEqualTo(1);
    assertThat(office.portal.received()).isZero();
    assertThat(robot.lookup("#pin").tryQuery()).isPresent();
  }

  @Test
  void theLastTryNeedsAnExplicitYes() throws TimeoutException {
    office.withKey(PinState.LAST_TRY);
    show();
    ask();
    typePin(PaperKeys.PIN);
    Button sign = robot.lookup("#sign-now").queryButton();
    assertThat(sign.isDisabled()).isTrue();
    robot.clickOn("#last-try");
    assertThat(sign.isDisabled()).isFalse();
  }

  @Test
  void aKeyThatIsLockedNowIsAskedNothing() throws TimeoutException {
    office.withKey(PinState.LAST_TRY);
    show();
    ask();
    typePin("000000");
    robot.clickOn("#last-try").clickOn("#sign-now");
    until(() ->
        window.models().send.state().get() instanceof SendState.Asking asking
            && asking.pin() == PinState.LOCKED);
    assertThat(robot.lookup("#pin").tryQuery()).isEmpty();
    assertThat(robot.lookup("#sign-now").tryQuery()).isEmpty();
  }

  @Test
  void thePinStandsInNoPropertyAndIsWipedAfterUse() throws Exception {
    office.withKey(PinState.OK);
    show();
    ask();
    typePin(PaperKeys.PIN);
    Node pin = robot.lookup("#pin").query();
    for (Window shown : Window.getWindows()) {
      assertNowhere(shown.getScene(), PaperKeys.PIN);
    }
    robot.type(KeyCode.ESCAPE);
    untilSend(SendState.Idle.class);
    Method wiped = pin.getClass().getDeclaredMethod("isWiped");
    wiped.setAccessible(true);
    assertThat(wiped.invoke(pin)).isEqualTo(true);
    assertThat(office.keys.tries()).isZero();
  }

  private static void assertNowhere(Scene scene, String secret) throws Exception {
    for (Node node : scene.getRoot().lookupAll("*")) {
      for (Method method : node.getClass().getMethods()) {
        if (method.getName().endsWith("Property")
            && method.getParameterCount() == 0
            && ObservableValue.class.isAssignableFrom(method.getReturnType())
            && java.lang.reflect.Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
          ObservableValue<?> property = (ObservableValue<?>) method.invoke(node);
          assertThat(String.valueOf(property == null ? "" : property.getValue()))
              .as("%s %s", node, method.getName())
              .doesNotContain(secret);
        }
      }
    }
  }

  @Test
  void pastingIntoThePinFieldDoesNothing() throws TimeoutException {
    office.withKey(PinState.OK);
    show();
    ask();
    robot.interact(() ->
        javafx.scene.input.Clipboard.getSystemClipboard()
            .setContent(java.util.Map.of(javafx.scene.input.DataFormat.PLAIN_TEXT, "135790")));
    robot.push(KeyCode.CONTROL, KeyCode.V);
    assertThat(robot.lookup("#sign-now").queryButton().isDisabled()).isTrue();
  }

  @Test
  void cancellingWhileThePortalAnswersLeavesTheOutcomeToBeAsked() throws TimeoutException {
    CountDownLatch hold = new CountDownLatch(1);
    office.withKey(PinState.OK);
    office.portal.holding(hold);
    show();
    ask();
    typePin(PaperKeys.PIN);
    robot.type(KeyCode.ENTER);
    until(() ->
        window.models().send.state().get() instanceof SendState.Sending sending
            && sending.reached().contains(org.certassist.core.filing.Milestone.SENDING));
    robot.clickOn("#send-cancel");
    untilSend(SendState.Ended.class);
    SendState.Ended ended = (SendState.Ended) window.models().send.state().get();
    assertThat(ended.cancelled()).isTrue();
    assertThat(ended.history().stage()).isEqualTo(org.certassist.core.declaration.Stage.SENDING);

    hold.countDown();
    robot.interact(() -> window.models().send.dismiss());
    robot.clickOn("#place-outbox");
    until(() -> window.models().keys.state().get().key().isPresent());
    robot.clickOn("#send-waiting");
    untilSend(SendState.Asking.class);
    typePin(PaperKeys.PIN);
    robot.type(KeyCode.ENTER);
    untilSend(SendState.OutboxSent.class);
    assertThat(office.portal.received()).isEqualTo(1);
  }

  @Test
  void anUnreachedPortalLeavesTheDeclarationInTheOutbox() throws TimeoutException {
    office.withKey(PinState.OK);
    office.portal.unreachable();
    show();
    ask();
    typePin(PaperKeys.PIN);
    robot.type(KeyCode.ENTER);
    untilSend(SendState.NotSent.class);
    SendState.NotSent notSent = (SendState.NotSent) window.models().send.state().get();
    assertThat(notSent.fault().id()).isEqualTo("portal.notReached");
    assertThat(notSent.kept()).isPresent();
  }

  @Test
  void refusedRowsAreListedAndSaved() throws TimeoutException {
    office.withKey(PinState.OK);
    office.portal.answering(new RowAnswers(11, 1, List.of(new RowAnswer(6, "未获取到人员基本信息"))));
    show();
    ask();
    typePin(PaperKeys.PIN);
    robot.type(KeyCode.ENTER);
    untilSend(SendState.Ended.class);
    assertThat(robot.lookup("#refused").queryTableView().getItems()).hasSize(1);
    robot.clickOn("#save-refused");
    until(() -> !office.workbooks.templates().isEmpty());
    robot.clickOn("#evidence");
    until(() -> !office.opened.isEmpty());
    assertThat(office.opened.getFirst().resolve("declaration.json.p7s")).exists();
  }

  @Test
  void theLanguageChangesAtOnce() throws TimeoutException {
    office.withKey(PinState.OK);
    show();
    open("faulty.xlsx");
    assertThat(robot.lookup("#main-act").queryButton().getText()).isEqualTo("签名并报送 14 人(_S)");
    Finding before = window.models().check.pointedAt().get();
    robot.clickOn("#language-en");
    assertThat(robot.lookup("#main-act").queryButton().getText())
        .isEqualTo("_Sign and send 14 rows");
    assertThat(stage.getTitle()).isEqualTo("Certificate Assistant certassist");
    assertThat(window.models().check.pointedAt().get()).isSameAs(before);
  }

  @Test
  void aPlaceChosenByItsKeyIsTheOneThatIsMarked() throws TimeoutException {
    show();
    robot.press(KeyCode.ALT).type(KeyCode.H).release(KeyCode.ALT);
    until(() -> window.models().place.get() == Place.OUTBOX);
    assertThat(toggle("#place-outbox").isSelected()).isTrue();
    assertThat(toggle("#place-filing").isSelected()).isFalse();
    robot.press(KeyCode.ALT).type(KeyCode.D).release(KeyCode.ALT);
    until(() -> window.models().place.get() == Place.FILING);
    assertThat(toggle("#place-filing").isSelected()).isTrue();
  }

  private ToggleButton toggle(String id) {
    return robot.lookup(id).queryAs(ToggleButton.class);
  }

  @Test
  void theLastTryCanBeConfirmedByItsKey() throws TimeoutException {
    office.withKey(PinState.LAST_TRY);
    show();
    ask();
    typePin(PaperKeys.PIN);
    robot.press(KeyCode.ALT).type(KeyCode.L).release(KeyCode.ALT);
    until(() -> robot.lookup("#last-try").queryAs(CheckBox.class).isSelected());
  }

  @Test
  void practiceOffersASampleToBeginWith() throws TimeoutException {
    show();
    robot.clickOn("#open-sample");
    until(() -> window.models().check.state().get() instanceof CheckState.Checked);
  }

  @Test
  void closingTheWindowStopsWhatIsBeingSent() throws TimeoutException {
    office.withKey(PinState.OK);
    office.portal.holding(new CountDownLatch(1));
    show();
    ask();
    typePin(PaperKeys.PIN);
    robot.type(KeyCode.ENTER);
    untilSend(SendState.Sending.class);
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    until(() -> !stage.isShowing());
    assertThat(window.models().send.state().get()).isNotInstanceOf(SendState.Sending.class);
  }

  @Test
  void theWindowStaysOpenWhileAFileIsWritten() throws TimeoutException {
    CountDownLatch hold = new CountDownLatch(1);
    office
        .templates
        .holding(hold)
        .put(
            "portal.xlsx",
            Samples.enrolment(),
            Samples.enrolment().columns().stream().map(Column::field).toList());
    show();
    open("good.xlsx");
    robot.interact(() -> window.models().fill.fill(Path.of("portal.xlsx"), Path.of("filled.xlsx")));

    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(stage.isShowing()).isTrue();

    hold.countDown();
    until(() -> window.models().fill.state().get() instanceof FillState.Filled);
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    assertThat(stage.isShowing()).isFalse();
  }

  @Test
  void practiceSaysSo() throws TimeoutException {
    show();
    assertThat(robot.lookup("#banner").tryQuery()).isPresent();
  }
}
