package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.profile.Way;
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

/// The portal's lists by hand: results from the outbox, the month's charge.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class ListScreensTest {
  private static final String LI = "32050919900307002X";
  private static final String WANG = "440301198807154513";
  private static final String RESULTS = "姓名\t证件号码\t失败原因\n李小芳\t" + LI + "\t户籍性质不能为空\n";
  private static final String CHARGE = "姓名\t证件号码\n王强\t" + WANG + "\n";

  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private final DeclarationId id = DeclarationId.random();
  private final List<Asking.Question> asked = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeEach
  void showOneThatWasHandedIn() throws Exception {
    office = new Office(folder);
    office.archive.append(id, 0, new Step.Exported(content(), Way.PAGE_UPLOAD, "a.xlsx", "00"));
    office.archive.append(id, 1, new Step.HandedIn(office.time.today(), Optional.empty()));
    robot.interact(() -> {
      Look.install();
      stage = new Stage();
      window =
          new MainWindow(
              stage,
              office.services(Samples.practice()),
              Language.ZH,
              Background.ofJavaFx(),
              new Yes(),
              office.time);
      window.show();
    });
    until(() -> window.models().keys.state().get() instanceof KeyState.Looked);
  }

  @AfterEach
  void close() {
    robot.interact(() -> stage.hide());
  }

  private Content content() {
    return new Content(
        "practice",
        "enrolment",
        1,
        new Unit(Samples.CREDIT_CODE, Samples.UNIT, UnitType.ORDINARY),
        java.time.YearMonth.of(2026, 11),
        List.of(row(4, "李小芳", LI), row(5, "王强", WANG)),
        "11月新进员工.xlsx");
  }

  private static Content.Row row(int row, String name, String number) {
    return new Content.Row(
        row, new TreeMap<>(Map.of("name", name, "idNumber", number, "insurances", "三险")));
  }

  /// Says yes, and saves where it is proposed.
  private final class Yes implements Asking {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String name) {
      return Optional.of(folder.resolve(name));
    }

    @Override
    public void beside(Path file) {}

    @Override
    public boolean confirm(Question question) {
      asked.add(question);
      return true;
    }
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void press(String button) {
    robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean isShown(String text) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .anyMatch(label -> label.isVisible() && label.getText().contains(text));
  }

  private void paste(String screen, String text) {
    robot.interact(
        () -> robot.lookup(screen + " #listing-text").queryAs(TextArea.class).setText(text));
  }

  private void takeIn() throws TimeoutException {
    press("#place-outbox");
    until(() -> !robot.lookup("#outbox").queryAs(TableView.class).getItems().isEmpty());
    robot.interact(
        () -> robot.lookup("#outbox").queryAs(TableView.class).getSelectionModel().select(0));
    press("#results-take");
    paste("#results", RESULTS);
  }

  @Test
  void whatWasPastedAndWhatIsShownStaysWhenTheLanguageIsSwitched() throws Exception {
    takeIn();

    press("#language-en");
    assertThat(robot.lookup("#results #listing-text").queryAs(TextArea.class).getText())
        .isEqualTo(RESULTS);
    press("#results #listing-read");
    until(() -> robot.lookup("#outcomes").tryQuery().isPresent());
    assertThat(isShown("Not kept with the declaration yet")).isTrue();

    press("#language-zh");
    assertThat(robot.lookup("#outcomes").queryAs(TableView.class).getItems().size()).isEqualTo(2);
    assertThat(isShown("还没有记到申报单上")).isTrue();
  }

  @Test
  void theAnswersAreKeptOnHerWordAndTheOutboxShowsIt() throws Exception {
    takeIn();
    press("#results #listing-read");
    until(() -> robot.lookup("#results-keep").tryQuery().isPresent());
    press("#results-save");
    until(() -> isShown("未通过人员的表格已保存"));

    press("#results-keep");
    until(() -> robot.lookup("#results-KEPT").tryQuery().isPresent());

    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().detail()).contains("通过 1 人（其中没有提到的 1 人），没有通过 1 人");
    assertThat(office.archive.find(id).orElseThrow().stage())
        .isEqualTo(org.certassist.core.declaration.Stage.DONE_WITH_REFUSALS);
    press("#results-back");
    until(() -> isShown("已办结，有人未通过") || tableSays("已办结，有人未通过"));
    assertThat(robot.lookup("#results-take").queryButton().isDisabled()).isTrue();
  }

  private boolean tableSays(String text) {
    return robot
        .lookup("#outbox .table-cell")
        .queryAllAs(javafx.scene.control.TableCell.class)
        .stream()
        .anyMatch(cell -> text.equals(cell.getText()));
  }

  @Test
  void theChargeIsHeldAgainstWhatWasFiledAndTheRestIsTickedOff() throws Exception {
    press("#place-reconcile");
    until(() -> isShown(Samples.UNIT));
    assertThat(robot.lookup("#reconcile-month").queryAs(ComboBox.class).getValue())
        .isEqualTo(java.time.YearMonth.of(2026, 11));
    assertThat(isShown("现在要缴的就是这个月的")).isTrue();
    paste("#reconcile", CHARGE);
    press("#reconcile #listing-read");
    until(() -> robot.lookup("#people-missing").tryQuery().isPresent());

    assertThat(isShown("有 1 人对不上，先查清再缴费")).isTrue();
    assertThat(isShown("医疗保险、生育保险")).isTrue();
    press("#language-en");
    assertThat(robot.lookup("#people-missing").queryAs(TableView.class).getItems().size())
        .isEqualTo(1);

    assertThat(robot.lookup("#reconcile-charge").queryAs(ToggleButton.class).isSelected()).isTrue();
    press("#reconcile-elsewhere");
    press("#points .check-box");
    until(() -> office.ticks.kept().size() == 1);
    assertThat(robot.lookup("#reconcile-elsewhere").queryAs(ToggleButton.class).isSelected())
        .isTrue();
    assertThat(robot.lookup("#points").queryAs(TableView.class).getItems().size()).isEqualTo(4);
  }
}
