package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.key.PinState;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.check.SheetInHand;
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

/// The grid, the form and the drafts by hand: mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class GridTest {
  private static final int NAME = 3;

  @TempDir Path folder;
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  private final FxRobot robot = new FxRobot();
  private boolean yes = true;
  private int asked;

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
              new Answers(),
              office.time);
      window.show();
    });
    until(() -> window.models().keys.state().get() instanceof KeyState.Looked);
  }

  @AfterEach
  void close() {
    robot.interact(() -> stage.hide());
  }

  private final class Answers implements Asking {
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
      asked++;
      return yes;
    }
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void untilChecked() throws TimeoutException {
    until(() -> window.models().check.state().get() instanceof CheckState.Checked);
  }

  private void open(String file) throws TimeoutException {
    robot.interact(() -> window.models().check.open(Path.of(file)));
    untilChecked();
  }

  private SheetInHand sheet() {
    return window.models().check.sheet().orElseThrow();
  }

  private TableView<DraftRow> grid() {
    return robot.lookup("#sheet").queryTableView();
  }

  private void select(int row, int column) {
    robot.interact(() -> {
      grid().requestFocus();
      grid().getSelectionModel().clearAndSelect(row, grid().getColumns().get(column));
    });
  }

  private String cell(int row, String field) {
    WaitForAsyncUtils.waitForFxEvents();
    return sheet().edited().get().rows().get(row).cell(field).shown();
  }

  private String selected() {
    WaitForAsyncUtils.waitForFxEvents();
    var cell = grid().getSelectionModel().getSelectedCells().getFirst();
    return cell.getRow() + " " + cell.getColumn();
  }

  private Optional<Node> editor() {
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup(".cell-editor").tryQuery();
  }

  private void clipboard(String text) {
    robot.interact(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  @Test
  void typingBeginsAndEnterGoesDown() throws TimeoutException {
    open("good.xlsx");
    Node before = grid();
    select(0, NAME);
    robot.write("ab");
    assertThat(editor()).isPresent();
    robot.type(KeyCode.ENTER);
    assertThat(cell(0, "name")).isEqualTo("ab");
    assertThat(editor()).isEmpty();
    assertThat(selected()).isEqualTo("1 " + NAME);
    untilChecked();
    robot.write("c").type(KeyCode.ENTER);
    assertThat(cell(1, "name")).isEqualTo("c");
    assertThat(grid()).isSameAs(before);
    assertThat(window.models().send.state().get())
        .isInstanceOf(org.certassist.desktop.send.SendState.Idle.class);
  }

  @Test
  void tabGoesRightAndEscapeGivesUp() throws TimeoutException {
    open("good.xlsx");
    select(2, NAME);
    robot.type(KeyCode.F2).write("x").type(KeyCode.TAB);
    assertThat(cell(2, "name")).isEqualTo("x");
    assertThat(selected()).isEqualTo("2 " + (NAME + 1));
    robot.write("999").type(KeyCode.ESCAPE);
    assertThat(cell(2, "phone")).startsWith("138");
    assertThat(editor()).isEmpty();
    assertThat(selected()).isEqualTo("2 " + (NAME + 1));
  }

  @Test
  void whatWasTypedIsTakenWhenSheClicksElsewhere() throws TimeoutException {
    open("good.xlsx");
    select(0, NAME);
    robot.write("kept");
    robot.clickOn("#unit-name");
    assertThat(cell(0, "name")).isEqualTo("kept");
  }

  @Test
  void findingsThatComeInWhileSheTypesDoNotDisturbHer() throws TimeoutException {
    open("good.xlsx");
    select(0, NAME + 1);
    robot.write("12").type(KeyCode.ENTER).write("13");
    untilChecked();
    assertThat(robot.lookup("#findings").tryQuery()).isPresent();
    assertThat(editor()).isPresent();
    robot.write("9").type(KeyCode.ENTER);
    assertThat(cell(1, "phone")).isEqualTo("139");
  }

  @Test
  void theWordsOfAListCanBeChosenByKey() throws TimeoutException {
    open("good.xlsx");
    select(0, 1);
    robot.type(KeyCode.F2);
    assertThat(editor()).isPresent();
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    assertThat(cell(0, "idType")).isEqualTo("护照");
  }

  @Test
  void aBlockIsPastedUndoneAndRedone() throws TimeoutException {
    open("good.xlsx");
    select(11, NAME);
    clipboard("甲\t13800138000\n乙\t13800138001\n");
    robot.push(KeyCode.CONTROL, KeyCode.V);
    assertThat(cell(11, "name")).isEqualTo("甲");
    assertThat(cell(12, "phone")).isEqualTo("13800138001");
    assertThat(grid().getItems()).hasSize(14);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(cell(11, "name")).isNotEqualTo("甲");
    assertThat(grid().getItems()).hasSize(13);
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(cell(12, "name")).isEqualTo("乙");
    robot.clickOn("#undo");
    assertThat(grid().getItems()).hasSize(13);
  }

  @Test
  void deleteEmptiesWhatIsSelectedAndCopyTakesIt() throws TimeoutException {
    open("good.xlsx");
    robot.interact(() -> {
      grid().requestFocus();
      grid().getSelectionModel().clearSelection();
      grid()
          .getSelectionModel()
          .selectRange(0, grid().getColumns().get(NAME), 1, grid().getColumns().get(NAME + 1));
    });
    robot.push(KeyCode.CONTROL, KeyCode.C);
    String[] copied = new String[1];
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertThat(copied[0]).isEqualTo("李小芳\t13800012345\n王伟\t13800012662");
    robot.type(KeyCode.DELETE);
    assertThat(cell(0, "name") + cell(1, "phone")).isEmpty();
  }

  @Test
  void rowsAreAddedAndDeleted() throws TimeoutException {
    open("good.xlsx");
    select(0, NAME);
    robot.clickOn("#add-row");
    assertThat(cell(1, "name")).isEmpty();
    assertThat(selected()).isEqualTo("1 1");
    robot.clickOn("#delete-row");
    assertThat(cell(1, "name")).isEqualTo("王伟");
    assertThat(grid().getItems()).hasSize(13);
  }

  @Test
  void theUnitIsEdited() throws TimeoutException {
    open("good.xlsx");
    robot.doubleClickOn("#unit-name").push(KeyCode.CONTROL, KeyCode.A);
    robot.write("new").type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(sheet().edited().get().shown().unit())
        .containsEntry("name", new CellValue.Text("new"));
  }

  @Test
  void theFormSaysWhyAndCorrectsTheSameSheet() throws TimeoutException {
    open("faulty.xlsx");
    robot.clickOn("#row-form");
    until(() -> robot.lookup("#row-fields").tryQuery().isPresent());
    assertThat(robot.lookup(".field-finding").queryAll()).isNotEmpty();
    TextField id = robot.lookup("#field-idNumber").queryAs(TextField.class);
    assertThat(id.isFocused()).isTrue();
    String right = Samples.good(14).rows().get(1).cell("idNumber").shown();
    robot.interact(() -> id.setText(right));
    robot.type(KeyCode.ENTER);
    assertThat(cell(1, "idNumber")).isEqualTo(right);
    untilChecked();
    until(() -> robot.lookup(".field-finding").queryAll().isEmpty());
    robot.clickOn("#back-to-sheet");
    until(() -> robot.lookup("#row-fields").tryQuery().isEmpty());
  }

  @Test
  void aBegunSheetIsKeptAndGoneOnWithFromTheStart() throws TimeoutException {
    robot.clickOn("#begin-enrolment");
    untilChecked();
    robot.write("draft").type(KeyCode.ENTER);
    robot.clickOn("#close-file");
    until(() -> robot.lookup("#open-draft").tryQuery().isPresent());
    robot.clickOn("#open-draft");
    untilChecked();
    assertThat(cell(0, "idType")).isEqualTo("draft");
    robot.clickOn("#close-file");
    until(() -> robot.lookup("#throw-away").tryQuery().isPresent());
    robot.clickOn("#throw-away");
    until(() -> robot.lookup("#throw-away").tryQuery().isEmpty());
    assertThat(asked).isEqualTo(1);
    assertThat(office.drafts.kept()).isEmpty();
  }

  @Test
  void closingTheWindowKeepsTheLastChangeFirst() throws TimeoutException {
    open("good.xlsx");
    robot.interact(() -> {
      sheet().putUnit("name", "last");
      stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    });
    until(() -> !stage.isShowing());
    assertThat(asked).isZero();
    assertThat(office.drafts.written().getLast().unit())
        .containsEntry("name", new CellValue.Text("last"));
  }

  @Test
  void whereNothingCanBeKeptClosingAsks() throws Exception {
    office.drafts.full(true);
    yes = false;
    open("good.xlsx");
    robot.interact(() -> {
      sheet().putUnit("name", "last");
      stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    });
    until(() -> asked == 1);
    assertThat(stage.isShowing()).isTrue();
    assertThat(robot.lookup("#not-kept").tryQuery()).isPresent();
  }
}
