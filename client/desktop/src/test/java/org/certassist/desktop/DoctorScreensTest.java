package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.certassist.core.certificate.CertificateStatus;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.helpdesk.HelpdeskFault;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.key.DriverState;
import org.certassist.core.key.PinState;
import org.certassist.core.key.PinTask;
import org.certassist.core.repair.Action;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.repair.RepairFault;
import org.certassist.core.repair.SystemPage;
import org.certassist.desktop.doctor.CheckupState;
import org.certassist.desktop.doctor.RepairState;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Look;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.PaperPc;
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

/// The place of the check-up by hand; checks and knowledge are the real ones.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class DoctorScreensTest {
  private static final Path BUNDLE = Path.of("/desk/certassist-help.zip");

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
    robot.interact(() -> stage.hide());
  }

  private void visit() {
    visit(Language.ZH);
  }

  private void visit(Language language) {
    robot.interact(() -> {
      Look.install();
      stage = new Stage();
      window =
          new MainWindow(
              stage,
              office.services(Samples.jiangsu()),
              language,
              Background.ofJavaFx(),
              new Answers(),
              office.time);
      window.show();
      window.models().place.set(Place.DOCTOR);
    });
  }

  private static final class Answers implements Asking {
    @Override
    public Optional<Path> open(String title, FileKind kind) {
      return Optional.of(BUNDLE);
    }

    @Override
    public Optional<Path> save(String title, String name) {
      return Optional.of(BUNDLE);
    }

    @Override
    public void beside(Path file) {}

    @Override
    public boolean confirm(Question question) {
      return false;
    }
  }

  private void looked() throws TimeoutException {
    until(() -> window.models().checkup.state().get() instanceof CheckupState.Looked);
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Node node(String id) {
    return robot.lookup(id).query();
  }

  private String words(String id) {
    return node(id).lookupAll(".label").stream()
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .collect(Collectors.joining("\n"));
  }

  private void press(String id) {
    robot.interact(() -> ((ButtonBase) node(id)).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aVisitLooksAndFindsNothingOnAHealthyPc() throws Exception {
    office.withKey(PinState.OK);
    visit();
    looked();

    assertThat(words("#check-healthy")).contains("没有发现妨碍申报的问题");
    assertThat(robot.lookup("#check-first").tryQuery()).isEmpty();
    assertThat(words("#check-results")).contains("操作系统", "统信 UOS 20", "到申报门户的网络");
  }

  @Test
  void whatCouldNotBeFoundOutIsNotCalledGood() throws Exception {
    office.withKey(PinState.OK);
    office.checkup.noPortal = true;
    visit();
    looked();

    assertThat(words("#check-healthy")).contains("有 1 项没有查到").doesNotContain("网络都可以用");
  }

  @Test
  void resultsAppearWhileOthersAreStillAwaited() throws Exception {
    office.withKey(PinState.OK);
    CountDownLatch answer = new CountDownLatch(1);
    office.checkup.answers = answer;
    visit();
    until(() -> robot.lookup("#check-system").tryQuery().isPresent());

    assertThat(window.models().checkup.state().get()).isInstanceOf(CheckupState.Looking.class);
    assertThat(robot.lookup("#check-portal").tryQuery()).isEmpty();

    answer.countDown();
    looked();
    assertThat(robot.lookup("#check-portal").tryQuery()).isPresent();
  }

  @Test
  void theCauseComesFirstWithWhoMustActStepsAndTheCounter() throws Exception {
    office.withKey(
        Office.SERIAL,
        Samples.UNIT,
        Samples.CREDIT_CODE,
        PinState.OK,
        new CertificateStatus(StatusCode.EXPIRED, "expired"));
    office.checkup.font = false;
    visit();
    looked();

    assertThat(words("#check-first")).contains("门户会报 810", "谁来办：", "CA", "1", "松陵网点", "现在不在营业时间");
    press("#check-act");
    assertThat(window.models().place.get()).isEqualTo(Place.CERTIFICATES);
  }

  @Test
  void anotherFindingIsShownInFullWhenItIsChosen() throws Exception {
    office.checkup.font = false;
    office.checkup.trouble = Optional.of(Cause.CLOCK_OFF);
    office.withKey(PinState.OK);
    visit(Language.EN);
    looked();

    press("#advice-fonts");

    assertThat(words("#check-first")).contains("no font with Chinese characters");
  }

  @Test
  void aRepairIsDoneLookedAtAgainAndTakenBack() throws Exception {
    office.withKey(PinState.OK);
    office.checkup.catalogueRefused = true;
    visit();
    looked();
    assertThat(words("#check-first")).contains("驱动目录没有被采用");

    press("#check-act");
    until(() -> window.models().checkup.repair().get() instanceof RepairState.Done);
    until(() -> robot.lookup("#check-undo").tryQuery().isPresent());
    looked();
    assertThat(words("#check-healthy")).isNotEmpty();

    press("#check-undo");
    until(() -> window.models().checkup.repair().get() instanceof RepairState.Undone);
    looked();
    assertThat(words("#check-first")).contains("驱动目录没有被采用");
  }

  @Test
  void afterARepairThatIsNotTakenBackAnOlderOneIsNotOffered() throws Exception {
    office.withKey(PinState.OK);
    office.checkup.catalogueRefused = true;
    visit();
    looked();
    press("#check-act");
    until(() -> robot.lookup("#check-undo").tryQuery().isPresent());
    looked();

    robot.interact(
        () -> window.models().checkup.act(new Action.Repairs(PcRepair.USE_DRIVERS_AGAIN)));
    until(() ->
        window
            .models()
            .checkup
            .repair()
            .get()
            .equals(new RepairState.Done(PcRepair.USE_DRIVERS_AGAIN)));
    looked();

    assertThat(window.models().checkup.undoable().get()).isPresent();
    assertThat(robot.lookup("#check-undo").tryQuery()).isEmpty();
  }

  @Test
  void aRepairThatFailsIsSaid() throws Exception {
    office.withKey(PinState.OK);
    office.checkup.catalogueRefused = true;
    office.checkup.repairTrouble =
        Optional.of(RepairFault.of("repair.notDone", "catalogue.json", "disk-denied"));
    visit();
    looked();

    press("#check-act");
    until(() -> window.models().checkup.repair().get() instanceof RepairState.Failed);

    assertThat(words("#check-up")).contains("没有修成：catalogue.json", "什么也没有改");
    assertThat(robot.lookup("#check-undo").tryQuery()).isEmpty();
  }

  @Test
  void settingsOfTheSystemAreOpenedWhereItHasThem() throws Exception {
    office.withKey(PinState.OK);
    office.checkup.free = 1;
    visit();
    looked();

    press("#check-act");
    until(() -> office.checkup.opened.isPresent());

    assertThat(office.checkup.opened).contains(SystemPage.DISK);
  }

  @Test
  void whereTheProgramCanDoNothingThereIsNoButton() throws Exception {
    office.withKey(PinState.OK);
    office.checkup.trouble = Optional.of(Cause.TLS_INTERCEPTED);
    visit();
    looked();

    assertThat(words("#check-first")).contains("Company Proxy CA");
    assertThat(robot.lookup("#check-act").tryQuery()).isEmpty();
  }

  @Test
  void aMissingDriverLeadsToTheDrivers() throws Exception {
    office.pc.plugIn(PaperPc.EPASS, "ePass3000GM");
    office.keys.reporting("epass", "飞天 ePass3000GM", DriverState.NOT_INSTALLED);
    visit();
    looked();

    press("#check-act");

    assertThat(window.models().place.get()).isEqualTo(Place.DRIVERS);
  }

  @Test
  void aLockedPinLeadsToItsUnblocking() throws Exception {
    office.withKey(PinState.LOCKED);
    visit();
    looked();
    assertThat(words("#check-first")).contains("已经锁死");

    press("#check-act");

    assertThat(window.models().pins.state().get())
        .isInstanceOfSatisfying(
            PinWork.Asking.class, asking -> assertThat(asking.task()).isEqualTo(PinTask.UNBLOCK));
  }

  @Test
  void aMessageIsExplainedAndNonsenseIsNot() throws Exception {
    visit();
    press("#doctor-explain");
    robot.interact(() -> ((TextInputControl) node("#explain-text")).setText("门户提示 状态码８２３"));
    press("#explain-ask");
    until(() -> robot.lookup("#explain-answers").tryQuery().isPresent());
    assertThat(words("#explain-answers")).contains("状态码 823", "挂失");

    robot.interact(() -> ((TextInputControl) node("#explain-text")).setText("今天天气很好"));
    press("#explain-ask");
    until(() -> robot.lookup("#explain-nothing").tryQuery().isPresent());

    press("#explain-clear");
    assertThat(robot.lookup("#explain-nothing").tryQuery()).isEmpty();
    assertThat(((TextInputControl) node("#explain-text")).getText()).isEmpty();
  }

  @Test
  void theDigitsSayOnTheOtherSideWhatIsSeenHere() throws Exception {
    office.withKey(PinState.LAST_TRY);
    visit();
    looked();
    press("#doctor-help");
    String digits = ((Labeled) node("#help-phone-code")).getText();

    robot.interact(() -> ((TextInputControl) node("#help-code")).setText(digits));
    press("#help-read");
    assertThat(words("#help-theirs")).contains("系统 Linux", "首要原因 402", "证书状态码 0");
    assertThat(words("#help-advice")).contains("谁来办：");

    robot.interact(() ->
        ((TextInputControl) node("#help-code")).setText("1" + digits.substring(1, 17) + "00"));
    press("#help-read");
    assertThat(words("#help-misheard")).contains("电话代码");
    assertThat(robot.lookup("#help-theirs").tryQuery()).isEmpty();
  }

  @Test
  void aBundleIsShownBeforeItIsSavedAndHoldsWhatWasShown() throws Exception {
    office.withKey(PinState.OK);
    visit();
    looked();
    press("#doctor-help");
    press("#help-bundle-make");
    until(() -> robot.lookup("#help-bundle-lines").tryQuery().isPresent());

    List<String> shown = lines("#help-bundle-lines");
    assertThat(office.checkup.bundles.written).isEmpty();
    assertThat(shown)
        .anyMatch(line -> line.contains("SendDeclaration"))
        .noneMatch(line -> line.contains("李梅") || line.contains(Samples.UNIT));

    press("#help-bundle-save");
    until(() -> office.checkup.bundles.written.containsKey(BUNDLE));
    assertThat(office.checkup.bundles.read(BUNDLE).preview()).isEqualTo(shown);
    until(() -> words("#help-bundle").contains("求助包存好了"));

    press("#help-open");
    until(() -> robot.lookup("#help-opened").tryQuery().isPresent());
    assertThat(words("#help-opened")).contains("操作系统：正常", "由 0.1.0 版程序生成");
    assertThat(office.checkup.log.levelsSet)
        .containsExactly(LogBook.Level.DEBUG, LogBook.Level.INFO);
  }

  @Test
  void aBundleThatIsOpenedSaysWhatToDo() throws Exception {
    office.withKey(PinState.LAST_TRY);
    visit();
    looked();
    press("#doctor-help");
    press("#help-bundle-make");
    until(() -> robot.lookup("#help-bundle-lines").tryQuery().isPresent());
    press("#help-bundle-save");
    until(() -> office.checkup.bundles.written.containsKey(BUNDLE));
    assertThat(robot.lookup("#help-advice").tryQuery()).isEmpty();

    press("#help-open");
    until(() -> robot.lookup("#help-opened").tryQuery().isPresent());
    assertThat(words("#help-advice")).contains("谁来办：");
  }

  @Test
  void aBundleWhoseNamesAreHiddenByFormOnlySaysSoAndCanBeLeft() throws Exception {
    office.withKey(PinState.OK);
    office.checkup.archiveOpens = false;
    visit();
    looked();
    press("#doctor-help");
    press("#help-bundle-make");
    until(() -> robot.lookup("#help-bundle-lines").tryQuery().isPresent());
    assertThat(words("#help-bundle")).contains("存档读不出来");

    press("#help-bundle-leave");
    assertThat(robot.lookup("#help-bundle-lines").tryQuery()).isEmpty();
    assertThat(office.checkup.bundles.written).isEmpty();
  }

  @Test
  void aBundleThatCannotBeSavedOrReadIsSaid() throws Exception {
    office.withKey(PinState.OK);
    office.checkup.bundles.trouble =
        Optional.of(HelpdeskFault.of("bundle.notWritten", BUNDLE, "disk-full"));
    visit();
    looked();
    press("#doctor-help");
    press("#help-open");
    until(() -> robot.lookup("#help-unreadable").tryQuery().isPresent());
    assertThat(words("#help-unreadable")).contains("不是求助包");

    press("#help-bundle-make");
    until(() -> robot.lookup("#help-bundle-save").tryQuery().isPresent());
    press("#help-bundle-save");
    until(() -> words("#help-bundle").contains("求助包存不进去"));
    assertThat(robot.lookup("#help-bundle-make").tryQuery()).isPresent();
  }

  @Test
  void theLogIsShownByItsGravityAndItsLevelSwitched() throws Exception {
    visit();
    press("#doctor-log");
    until(() -> robot.lookup("#log-lines").tryQuery().isPresent());
    assertThat(lines("#log-lines")).hasSize(5).noneMatch(line -> line.contains("DEBUG"));

    press("#log-shown-warn");
    until(() -> lines("#log-lines").size() == 3);
    assertThat(lines("#log-lines").getFirst()).contains("WARN");

    assertThat(label("#log-shown-warn")).isEqualTo("只看问题");
    assertThat(label("#log-written-warn")).isEqualTo("只记问题");
    assertThat(label("#log-look")).isNotEqualTo(label("#refresh-keys"));

    press("#log-written-debug");
    until(() -> office.checkup.log.level() == LogBook.Level.DEBUG);

    office.checkup.log.trouble = Optional.of(HelpdeskFault.of("log.levelNotKept", "disk-denied"));
    press("#log-written-warn");
    until(() -> words("#log").contains("日志的详细程度记不下来"));
  }

  private String label(String id) {
    return ((Labeled) node(id)).getText();
  }

  private List<String> lines(String id) {
    return ((ListView<?>) node(id)).getItems().stream().map(String::valueOf).toList();
  }
}
