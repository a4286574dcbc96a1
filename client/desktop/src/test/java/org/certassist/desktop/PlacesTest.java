package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.carry.CarryState;
import org.certassist.desktop.carry.HandInState;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.office.Office;
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

/// What she carries herself and the calendar, by hand and without any key plugged in.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class PlacesTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  private final FxRobot robot = new FxRobot();
  private final List<String> proposed = new ArrayList<>();

  @BeforeEach
  void make() throws Exception {
    office = new Office(folder);
    office.workbooks.put(
        "corrected.xlsx",
        Samples.with(Samples.good(12), 6, "contributionBase", new CellValue.Text("6000.00")));
    for (String name : List.of("good.xlsx", "corrected.xlsx")) {
      Files.write(folder.resolve(name), name.getBytes(StandardCharsets.UTF_8));
    }
  }

  @AfterEach
  void close() {
    robot.interact(() -> {
      window.models().handIn.dismiss();
      stage.hide();
    });
  }

  private void show(Profile profile, ShanghaiTime time) throws TimeoutException {
    robot.interact(() -> {
      Look.install();
      stage = new Stage();
      window =
          new MainWindow(
              stage,
              office.services(profile),
              Language.ZH,
              Background.ofJavaFx(),
              new Answers(),
              time);
      window.show();
    });
    until(() -> window.models().keys.state().get() instanceof KeyState.Looked);
  }

  /// Takes every name that is proposed, and says yes.
  private final class Answers implements Asking {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String name) {
      proposed.add(name);
      return Optional.of(folder.resolve(name));
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
    robot.interact(() -> window.models().check.open(folder.resolve(file)));
    until(() -> window.models().check.state().get() instanceof CheckState.Checked);
  }

  private CarryState.Made made() throws TimeoutException {
    until(() -> window.models().carry.state().get() instanceof CarryState.Made);
    return (CarryState.Made) window.models().carry.state().get();
  }

  private boolean isThere(String id) {
    return robot.lookup(id).tryQuery().isPresent();
  }

  private String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private void recordsNumber(String number) throws TimeoutException {
    until(() -> isThere("#hand-in-record"));
    robot.targetWindow(robot.lookup("#hand-in-record").query().getScene().getWindow());
    robot.interact(() -> robot.lookup("#hand-in-number").queryAs(TextField.class).setText(number));
    robot.clickOn("#hand-in-record");
    until(() -> window.models().handIn.state().get() instanceof HandInState.Closed);
    robot.targetWindow(stage);
  }

  @Test
  void savedForUploadSheIsToldWhatToDoAndRecordsIt() throws Exception {
    show(Samples.jiangsu(), office.time);
    open("good.xlsx");
    robot.clickOn("#main-act");
    assertThat(made().file()).hasContent("good.xlsx").hasFileName("good-上传.xlsx");
    assertThat(isThere("#carry-steps")).isTrue();
    robot.clickOn("#open-page");
    until(() -> office.pages.contains(Samples.jiangsu().page().orElseThrow()));

    robot.clickOn("#hand-in");
    recordsNumber("SL-117");

    assertThat(text("#handed-in")).contains("2026-11-22", "SL-117");
    assertThat(isThere("#carry-steps")).isFalse();
    robot.clickOn("#anew");
    assertThat(window.models().check.state().get()).isInstanceOf(CheckState.NoFile.class);
    assertThat(isThere("#open")).isTrue();
  }

  @Test
  void theOtherWaysAreInTheMenuBesideTheMainButton() throws Exception {
    show(Samples.practice(), office.time);
    open("good.xlsx");
    assertThat(robot.lookup("#main-act").queryButton().isDisabled()).isTrue();
    MenuItem counter =
        robot.lookup("#other-ways").queryAs(MenuButton.class).getItems().stream()
            .filter(item -> "way-counter".equals(item.getId()))
            .findFirst()
            .orElseThrow();

    robot.interact(counter::fire);

    assertThat(made().file()).hasFileName("good-窗口.pdf").exists();
    robot.clickOn("#open-file");
    until(() -> office.opened.contains(folder.resolve("good-窗口.pdf")));
  }

  @Test
  void whatIsInTheWayIsShownInTheOutbox() throws Exception {
    show(Samples.jiangsu(), office.time);
    open("good.xlsx");
    robot.clickOn("#main-act");
    History earlier = made().history();
    open("corrected.xlsx");
    robot.clickOn("#main-act");
    until(() -> window.models().carry.state().get() instanceof CarryState.Refused);
    assertThat(isThere("#withdraw-in-the-way")).isTrue();
    assertThat(isThere("#hand-in-in-the-way")).isTrue();

    robot.clickOn("#show-in-the-way");

    assertThat(robot.lookup("#place-outbox").queryAs(ToggleButton.class).isSelected()).isTrue();
    assertThat(window.models().outbox.shown().get().map(History::id)).contains(earlier.id());
  }

  @Test
  void withdrawingWhatIsInTheWayGoesOn() throws Exception {
    show(Samples.jiangsu(), office.time);
    open("good.xlsx");
    robot.clickOn("#main-act");
    History earlier = made().history();
    open("corrected.xlsx");
    robot.clickOn("#main-act");
    until(() -> window.models().carry.state().get() instanceof CarryState.Refused);

    robot.clickOn("#withdraw-in-the-way");

    assertThat(made().history().id()).isNotEqualTo(earlier.id());
    assertThat(made().file()).hasContent("corrected.xlsx");
  }

  @Test
  void aRefusalIsForgottenWithItsFile() throws Exception {
    office.papers.withoutFont();
    show(Samples.unsigned(), office.time);
    open("good.xlsx");
    robot.clickOn("#main-act");
    until(() -> isThere("#refused"));

    open("corrected.xlsx");

    assertThat(isThere("#refused")).isFalse();
  }

  @Test
  void theOutboxRecordsCorrectsAndWithdraws() throws Exception {
    show(Samples.jiangsu(), office.time);
    open("good.xlsx");
    robot.clickOn("#main-act");
    made();
    robot.clickOn("#place-outbox");
    until(() -> robot.lookup("#outbox").queryTableView().getItems().size() == 1);
    assertThat(robot.lookup("#hand-in-listed").queryButton().isDisabled()).isTrue();
    TableView<History> listed = robot.lookup("#outbox").queryTableView();
    robot.interact(() -> listed.getSelectionModel().select(0));
    assertThat(robot.lookup("#withdraw").queryButton().isDisabled()).isFalse();

    robot.clickOn("#hand-in-listed");
    recordsNumber("");
    until(() -> stages().equals(List.of(org.certassist.core.declaration.Stage.HANDED_IN)));

    TableView<History> again = robot.lookup("#outbox").queryTableView();
    robot.interact(() -> again.getSelectionModel().select(0));
    assertThat(robot.lookup("#withdraw").queryButton().isDisabled()).isTrue();
    robot.interact(again::requestFocus).type(KeyCode.ENTER);
    robot.clickOn("#hand-in-shown");
    recordsNumber("SL-118");
    assertThat(window.models().outbox.shown().get().orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void anotherRegionsDeclarationIsNotShownWithThisOnesPageAndContacts() throws Exception {
    show(Samples.jiangsu(), office.time);
    open("good.xlsx");
    robot.clickOn("#main-act");
    History made = made().history();
    robot.interact(() -> window.models().outbox.shown().set(Optional.of(made)));
    robot.clickOn("#place-outbox");
    assertThat(isThere("#carry-steps")).isTrue();
    robot.interact(stage::hide);

    show(Samples.hohhot(), office.time);
    robot.interact(() -> window.models().outbox.shown().set(Optional.of(made)));
    robot.clickOn("#place-outbox");

    until(() -> isThere("#other-region"));
    assertThat(isThere("#carry-steps")).isFalse();
    assertThat(isThere("#hand-in-shown")).isTrue();
  }

  private List<org.certassist.core.declaration.Stage> stages() {
    return robot.lookup("#outbox").<History>queryTableView().getItems().stream()
        .map(History::stage)
        .toList();
  }

  @Test
  void theCalendarSaysWhichMonthCounts() throws Exception {
    show(Samples.jiangsu(), at("2026-11-22T02:00:00Z"));
    robot.clickOn("#place-calendar");

    assertThat(text("#settlement-month"))
        .startsWith("现在报的算2026年12月，不是2026年11月")
        .contains("2026-12-06");
    TableView<?> windows = robot.lookup("#windows").queryTableView();
    assertThat(windows.getItems()).hasSize(12);
    assertThat(isThere("#exceptions")).isTrue();
    robot.clickOn("#calendar-acts");
    assertThat(isThere("#act-hire-on-closed-days")).isTrue();
    robot.clickOn("#calendar-contacts");
    assertThat(isThere("#contacts")).isTrue();
  }

  @Test
  void inTheWindowsOwnMonthTheCalendarAgrees() throws Exception {
    show(Samples.jiangsu(), at("2026-12-03T02:00:00Z"));
    robot.clickOn("#place-calendar");

    assertThat(text("#settlement-month")).startsWith("现在报的算2026年12月：");
  }

  @Test
  void whereNobodyKnowsTheWindowsNoneIsShown() throws Exception {
    show(Samples.hohhot(), office.time);
    robot.clickOn("#place-calendar");

    assertThat(text("#settlement-month")).startsWith("现在报的暂按2026年11月算");
    assertThat(isThere("#windows")).isFalse();
  }

  private static ShanghaiTime at(String instant) {
    return new ShanghaiTime(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
  }
}
