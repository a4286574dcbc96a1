package org.certassist.desktop.carry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Stage;
import org.certassist.core.draft.EditedDraft;
import org.certassist.core.key.PinState;
import org.certassist.core.paper.Paper;
import org.certassist.core.profile.Way;
import org.certassist.desktop.Desk;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.send.SendState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A checked workbook is made into what the clerk carries, and recorded as handed in.
@Timeout(60)
class CarryTest {
  private static final byte[] CHECKED = "what was checked".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    office = new Office(folder).withKey(PinState.OK);
    office.workbooks.put(
        "corrected.xlsx",
        Samples.with(Samples.good(12), 6, "contributionBase", new CellValue.Text("6000.00")));
    for (String name : new String[] {"good.xlsx", "corrected.xlsx"}) {
      Files.write(folder.resolve(name), CHECKED);
    }
    desk = new Desk(office, Samples.practice());
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void opens(String name) {
    desk.opens(folder.resolve(name).toString());
  }

  private <T extends CarryState> T makes(Way way, String out, Class<T> end) {
    desk.does(() -> desk.carry.make(way, folder.resolve(out)));
    return desk.until(desk.carry.state(), end);
  }

  private CarryState.Made saved(String name) {
    opens(name);
    return makes(Way.PAGE_UPLOAD, name + ".copy.xlsx", CarryState.Made.class);
  }

  @Test
  void whatIsSavedIsExactlyWhatWasChecked() {
    CarryState.Made made = saved("good.xlsx");

    assertThat(made.file()).hasBinaryContent(CHECKED);
    Step.Exported exported = made.history().last(Step.Exported.class).orElseThrow();
    assertThat(exported.way()).isEqualTo(Way.PAGE_UPLOAD);
    assertThat(exported.file()).isEqualTo("good.xlsx.copy.xlsx");
    assertThat(office.archive.all()).extracting(History::stage).containsExactly(Stage.EXPORTED);
  }

  @Test
  void whatWasChangedInTheWindowIsSavedAsItWasCheckedThen() {
    opens("good.xlsx");
    change("王小明");

    CarryState.Made made = makes(Way.PAGE_UPLOAD, "copy.xlsx", CarryState.Made.class);

    assertThat(made.file()).content().contains("name=王小明").doesNotContain("what was checked");
    assertThat(made.history().content().rows().getFirst().values()).containsEntry("name", "王小明");
    assertThat(folder.resolve("good.xlsx")).hasBinaryContent(CHECKED);
  }

  @Test
  void aPortalsOwnTemplateChangedInTheWindowIsNotTakenForIt() {
    Draft ours = Samples.good(12);
    office.workbooks.put(
        "portal.xlsx",
        new Draft(ours.kind(), ours.sheet(), ours.unit(), 1, ours.columns(), ours.rows()));
    opens("portal.xlsx");
    change("王小明");

    CarryState.Refused refused = makes(Way.PAGE_UPLOAD, "copy.xlsx", CarryState.Refused.class);

    assertThat(refused.fault().id()).isEqualTo("window.portalsOwnChanged");
    assertThat(folder.resolve("copy.xlsx")).doesNotExist();
    assertThat(office.archive.all()).isEmpty();
  }

  @Test
  void aChangeThatWasUndoneLeavesTheFileItself() {
    opens("good.xlsx");
    change("王小明");
    desk.does(() -> desk.check.sheet().orElseThrow().undo());
    desk.until(desk.check.state(), CheckState.Checked.class);

    assertThat(makes(Way.PAGE_UPLOAD, "copy.xlsx", CarryState.Made.class).file())
        .hasBinaryContent(CHECKED);
  }

  private void change(String name) {
    desk.does(
        () -> desk.check.sheet().orElseThrow().put(List.of(new EditedDraft.At(0, "name")), name));
    desk.until(desk.check.state(), CheckState.Checked.class);
  }

  @Test
  void aWorkbookSavedAgainAfterItsCheckIsNotTakenForTheCheckedOne() throws Exception {
    opens("good.xlsx");
    Files.write(folder.resolve("good.xlsx"), "what was not".getBytes(StandardCharsets.UTF_8));
    Files.setLastModifiedTime(
        folder.resolve("good.xlsx"), FileTime.from(Instant.now().plusSeconds(5)));

    CarryState.Refused refused = makes(Way.PAGE_UPLOAD, "copy.xlsx", CarryState.Refused.class);

    assertThat(refused.fault().id()).isEqualTo("file.changed");
    assertThat(office.archive.all()).isEmpty();
    assertThat(folder.resolve("copy.xlsx")).doesNotExist();
  }

  @Test
  void theCheckedWorkbookItselfIsNeverWrittenOver() {
    opens("good.xlsx");

    CarryState.Refused refused = makes(Way.COUNTER, "good.xlsx", CarryState.Refused.class);

    assertThat(refused.fault().id()).isEqualTo("usage.outputIsInput");
    assertThat(folder.resolve("good.xlsx")).hasBinaryContent(CHECKED);
    assertThat(office.archive.all()).isEmpty();
  }

  @Test
  void whatCouldNotBePrintedIsTold() {
    office.papers.lacking(7, "U+2C35B");
    opens("good.xlsx");

    CarryState.Made made = makes(Way.COUNTER, "forms.pdf", CarryState.Made.class);

    assertThat(made.gaps()).containsExactly(new Paper.Gap(7, "U+2C35B"));
    assertThat(made.file()).content().isEqualTo("%PDF " + made.history().id() + " 2026-11-22");
  }

  @Test
  void withoutAFontNothingIsKept() {
    office.papers.withoutFont();
    opens("good.xlsx");

    CarryState.Refused refused = makes(Way.COUNTER, "forms.pdf", CarryState.Refused.class);

    assertThat(refused.fault().id()).isEqualTo("paper.noFont");
    assertThat(office.archive.all()).isEmpty();
  }

  @Test
  void theSameIsSavedAndPrintedUnderOneId() {
    CarryState.Made saved = saved("good.xlsx");

    CarryState.Made printed = makes(Way.COUNTER, "forms.pdf", CarryState.Made.class);

    assertThat(printed.history().id()).isEqualTo(saved.history().id());
    assertThat(office.archive.all()).hasSize(1);
  }

  @Test
  void anEarlierFileWithTheSamePeopleIsNamedWithdrawnAndReplaced() {
    History earlier = saved("good.xlsx").history();
    opens("corrected.xlsx");
    CarryState.Refused refused = makes(Way.PAGE_UPLOAD, "new.xlsx", CarryState.Refused.class);
    assertThat(refused.fault().id()).isEqualTo("usage.personsExported");
    assertThat(refused.inTheWay().map(History::id)).contains(earlier.id());

    desk.does(() -> desk.carry.withdraw(earlier));
    CarryState.Made made = desk.until(desk.carry.state(), CarryState.Made.class);

    assertThat(made.file()).isEqualTo(folder.resolve("new.xlsx")).exists();
    assertThat(office.archive.find(earlier.id()).orElseThrow().stage()).isEqualTo(Stage.WITHDRAWN);
  }

  @Test
  void whereAnEarlierOneCannotBeReadSheMustConfirm() {
    History earlier = saved("good.xlsx").history();
    office.archive.damage(earlier.id());
    CarryState.Refused refused = makes(Way.COUNTER, "forms.pdf", CarryState.Refused.class);
    assertThat(refused.fault().id()).isEqualTo("usage.earlierUnreadable");

    desk.does(desk.carry::makeNotFiledBefore);

    assertThat(desk.until(desk.carry.state(), CarryState.Made.class).file())
        .isEqualTo(folder.resolve("forms.pdf"));
  }

  @Test
  void whatIsInHandIsNotSentToo() {
    History exported = saved("good.xlsx").history();

    desk.does(desk.send::begin);
    SendState.NotPrepared refused = desk.until(desk.send.state(), SendState.NotPrepared.class);

    assertThat(refused.fault().id()).isEqualTo("usage.alreadyExported");
    assertThat(refused.inTheWay().map(History::id)).contains(exported.id());
  }

  @Test
  void handedInIsKeptShownAndCorrected() {
    History exported = saved("good.xlsx").history();
    desk.does(() -> desk.handIn.begin(exported));
    HandInState.Asking asking = desk.until(desk.handIn.state(), HandInState.Asking.class);
    assertThat(asking.day()).isEqualTo("2026-11-22");

    records("2026-11-22", "");
    assertThat(handedIn(exported))
        .isEqualTo(new Step.HandedIn(LocalDate.of(2026, 11, 22), Optional.empty()));
    assertThat(((CarryState.Made) desk.carry.state().get()).history().stage())
        .isEqualTo(Stage.HANDED_IN);

    desk.does(() -> desk.handIn.begin(office.archive.find(exported.id()).orElseThrow()));
    records("2026-11-22", " SL-117 ");
    assertThat(handedIn(exported).number()).contains("SL-117");
  }

  private void records(String day, String number) {
    desk.does(() -> desk.handIn.record(day, number));
    desk.until(desk.handIn.state(), HandInState.Closed.class);
  }

  private Step.HandedIn handedIn(History exported) {
    return office
        .archive
        .find(exported.id())
        .flatMap(history -> history.last(Step.HandedIn.class))
        .orElseThrow();
  }

  @Test
  void whatIsWithdrawnIsNoLongerShownAsMade() {
    History exported = saved("good.xlsx").history();

    desk.does(() -> desk.outbox.withdraw(exported));

    desk.until(desk.carry.state(), CarryState.Idle.class);
    assertThat(office.archive.find(exported.id()).orElseThrow().stage()).isEqualTo(Stage.WITHDRAWN);
  }

  @Test
  void whereTheSheetChangedWhileItsFileWasMadeThereIsNoFileToCarry() {
    opens("good.xlsx");
    desk.does(() -> {
      desk.carry.make(Way.PAGE_UPLOAD, folder.resolve("copy.xlsx"));
      desk.check.sheet().orElseThrow().put(List.of(new EditedDraft.At(0, "name")), "王小明");
    });

    desk.until(desk.check.state(), CheckState.Checked.class);
    desk.until(desk.carry.state(), state -> !(state instanceof CarryState.Making));
  }

  @Test
  void aDayThatCannotBeIsAskedAgainWithWhatSheTyped() {
    History exported = saved("good.xlsx").history();
    for (String day : new String[] {"2026-11-23", "2020-01-01", "yesterday", ""}) {
      desk.does(() -> desk.handIn.begin(exported));
      desk.does(() -> desk.handIn.record(day, "SL-117"));
      desk.until(
          desk.handIn.state(),
          state -> state instanceof HandInState.Asking asking && asking.trouble().isPresent());

      HandInState.Asking asking = (HandInState.Asking) desk.handIn.state().get();
      assertThat(asking.trouble().orElseThrow().id()).isEqualTo("usage.handedInDay");
      assertThat(asking.day()).isEqualTo(day);
      assertThat(asking.number()).isEqualTo("SL-117");
    }
    assertThat(office.archive.find(exported.id()).orElseThrow().stage()).isEqualTo(Stage.EXPORTED);
  }

  @Test
  void whatWasHandedInIsNotMadeAgain() {
    History exported = saved("good.xlsx").history();
    desk.does(() -> desk.handIn.begin(exported));
    records("2026-11-22", "SL-117");

    CarryState.Refused refused = makes(Way.COUNTER, "forms.pdf", CarryState.Refused.class);

    assertThat(refused.fault().id()).isEqualTo("usage.alreadyHandedIn");
    assertThat(refused.inTheWay().map(History::id)).contains(exported.id());
    assertThat(folder.resolve("forms.pdf")).doesNotExist();
  }

  @Test
  void theNameEndsAsItMust() {
    opens("good.xlsx");
    var checked = (org.certassist.desktop.check.CheckState.Checked) desk.check.state().get();

    assertThat(desk.carry.named(Way.PAGE_UPLOAD, checked, Path.of("mine")))
        .isEqualTo(Path.of("mine.xlsx"));
    assertThat(desk.carry.named(Way.COUNTER, checked, Path.of("mine")))
        .isEqualTo(Path.of("mine.pdf"));
    assertThat(desk.carry.named(Way.COUNTER, checked, Path.of("mine.PDF")))
        .isEqualTo(Path.of("mine.PDF"));
  }
}
