package org.certassist.desktop.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Content;
import org.certassist.core.draft.EditedDraft.At;
import org.certassist.core.fault.Fault;
import org.certassist.core.key.PinState;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Verdict;
import org.certassist.core.workbook.FileFault;
import org.certassist.desktop.Desk;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.send.SendState;
import org.certassist.desktop.send.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Editing, checking again, keeping and signing what was edited, without a window.
@Timeout(120)
class EditingTest {
  private static final At NAME = new At(0, "name");

  @TempDir Path folder;
  private Office office;
  private Desk desk;

  @BeforeEach
  void make() {
    office = new Office(folder).withKey(PinState.OK);
    office.portal.answering(new RowAnswers(12, 0, List.of()));
    desk = new Desk(office);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private SheetInHand sheet() {
    return desk.check.sheet().orElseThrow();
  }

  private void put(At cell, String text) {
    desk.does(() -> sheet().put(List.of(cell), text));
  }

  private CheckState.Checked checked() {
    return desk.until(desk.check.state(), CheckState.Checked.class);
  }

  private static String name(Content content) {
    return content.rows().getFirst().values().getOrDefault("name", "");
  }

  @Test
  void aCorrectedCellIsCheckedAgain() {
    desk.opens("faulty.xlsx");
    Finding phone =
        checked().findings().stream().filter(f -> f.field().equals("phone")).findFirst().get();
    put(new At(phone.place().row() - 4, "phone"), "13800138000");
    assertThat(checked().findings()).hasSize(6).doesNotContain(phone);
    assertThat(sheet().findings().get()).isEqualTo(checked().findings());
    desk.does(() -> sheet().undo());
    assertThat(checked().findings()).contains(phone);
  }

  @Test
  void betweenAChangeAndItsCheckThereIsNothingToSign() {
    desk.opens("good.xlsx");
    AtomicReference<SendState> after = new AtomicReference<>();
    AtomicReference<CheckState> meanwhile = new AtomicReference<>();
    desk.does(() -> {
      sheet().put(List.of(NAME), "");
      desk.send.begin();
      meanwhile.set(desk.check.state().get());
      after.set(desk.send.state().get());
    });
    assertThat(meanwhile.get()).isInstanceOf(CheckState.Rechecking.class);
    assertThat(after.get()).isInstanceOf(SendState.Idle.class);
    assertThat(checked().verdict()).isInstanceOf(Verdict.Faulty.class);
  }

  @Test
  void whatIsChangedWhileItIsPreparedIsNotAskedAbout() {
    desk.opens("good.xlsx");
    List<SendState> seen = new CopyOnWriteArrayList<>();
    desk.does(() -> {
      desk.send.begin();
      desk.send
          .state()
          .subscribe((SendState now) -> {
            seen.add(now);
          });
      sheet().put(List.of(NAME), "另一个");
    });
    desk.until(desk.send.state(), SendState.Idle.class);
    checked();
    assertThat(seen).noneMatch(SendState.Asking.class::isInstance);
    assertThat(desk.send.state().get()).isInstanceOf(SendState.Idle.class);
  }

  @Test
  void whatIsChangedWhileThePinIsAskedForIsNotSigned() {
    desk.asksFor("good.xlsx");
    put(NAME, "另一个");
    assertThat(desk.send.state().get()).isInstanceOf(SendState.Idle.class);
    desk.signs();
    assertThat(office.keys.tries()).isZero();
    assertThat(office.portal.received()).isZero();
  }

  @Test
  void whatIsSignedIsWhatTheSheetShows() {
    desk.opens("good.xlsx");
    put(NAME, "改后名");
    checked();
    desk.does(desk.send::begin);
    SendState.Asking asking = desk.until(desk.send.state(), SendState.Asking.class);
    Content signed = ((Subject.One) asking.subject()).prepared().declaration().content();
    assertThat(name(signed)).isEqualTo("改后名");
    assertThat(signed.source()).isEqualTo("good.xlsx");
  }

  @Test
  void onlyTheLastOfManyChangesCounts() {
    desk.opens("good.xlsx");
    for (String text : List.of("一", "", "二", "", "最后")) {
      put(NAME, text);
    }
    CheckState.Checked now = checked();
    assertThat(now.draft().rows().getFirst().cell("name")).isEqualTo(new CellValue.Text("最后"));
    assertThat(now.verdict()).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void aNewSheetIsFilledFromTheClipboard() {
    desk.does(() -> desk.check.begin(Samples.enrolment()));
    checked();
    String people =
        String.join(
            "\n",
            Samples.good(3).rows().stream()
                .map(row ->
                    String.join(
                        "\t",
                        Samples.enrolment().columns().stream()
                            .map(column -> row.cell(column.field()).shown())
                            .toList()))
                .toList());
    desk.does(() -> {
      sheet().paste(List.of(new At(0, "idType")), people);
      sheet().putUnit("creditCode", Samples.CREDIT_CODE);
      sheet().putUnit("name", Samples.UNIT);
    });
    CheckState.Checked now = checked();
    assertThat(now.findings()).isEmpty();
    assertThat(now.rows()).isEqualTo(3);
    assertThat(now.verdict()).isInstanceOf(Verdict.Passed.class);
  }

  private Optional<Fault> flush() {
    CountDownLatch done = new CountDownLatch(1);
    AtomicReference<Optional<Fault>> told = new AtomicReference<>(Optional.empty());
    desk.does(() ->
        desk.check.keepNow(trouble -> {
          told.set(trouble);
          done.countDown();
        }));
    try {
      assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    return told.get();
  }

  @Test
  void checkingAgainKeepsWhatWasTypedHere() {
    desk.opens("good.xlsx");
    put(NAME, "改后名");
    checked();
    desk.does(desk.check::openAgain);
    CheckState.Checked again = checked();
    assertThat(again.draft().rows().getFirst().cell("name").shown()).isEqualTo("改后名");
    assertThat(sheet().isChanged()).isTrue();
  }

  @Test
  void aFileThatFitsSeveralTemplatesIsReadAsTheOneThatSheNames() {
    office.workbooks.several("two.xlsx", List.of("甲厂", "乙厂"), Samples.good(3));
    desk.does(() -> desk.check.open(Path.of("two.xlsx")));
    CheckState.Unusable unusable = desk.until(desk.check.state(), CheckState.Unusable.class);
    assertThat(unusable.fault()).isEqualTo(new FileFault.SeveralLayouts(List.of("甲厂", "乙厂")));

    desk.does(() -> desk.check.open(Path.of("two.xlsx"), Optional.of("乙厂")));
    assertThat(checked().rows()).isEqualTo(3);
    office.workbooks.put("two.xlsx", Samples.good(5));
    desk.does(desk.check::openAgain);
    assertThat(checked().rows()).isEqualTo(5);
  }

  @Test
  void rowsAreCountedWhileAFileIsReadAndTheReadingCanBeGivenUp() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    office.workbooks.holding(hold);
    desk.does(() -> desk.check.open(Path.of("good.xlsx")));
    desk.until(desk.check.rowsRead(), rows -> rows.intValue() == 12);

    desk.does(desk.check::close);

    assertThat(office.workbooks.untilGivenUp(30)).isTrue();
    flush();
    assertThat(desk.check.state().get()).isInstanceOf(CheckState.NoFile.class);
    hold.countDown();
    desk.opens("faulty.xlsx");
    assertThat(desk.check.fileOnDisk()).contains(Path.of("faulty.xlsx"));
  }

  @Test
  void checkingAgainReadsAFileThatWasCorrectedElsewhere() {
    desk.opens("good.xlsx");
    office.workbooks.put("good.xlsx", Samples.good(3));
    desk.does(desk.check::openAgain);
    assertThat(checked().rows()).isEqualTo(3);
  }

  @Test
  void theCorrectedFileHoldsWhatTheSheetShows() {
    desk.opens("good.xlsx");
    put(NAME, "改后名");
    desk.does(() -> desk.check.saveCorrected(folder.resolve("good-修改.xlsx")));
    desk.until(desk.check.saved(), Optional::isPresent);
    assertThat(office.workbooks.rows().getFirst().get("name")).isEqualTo("改后名");
    assertThat(office.workbooks.rows()).hasSize(12);
  }

  @Test
  void aFileThatWouldHideAMistakeIsNotSaved() {
    office.workbooks.put(
        "formula.xlsx", Samples.with(Samples.good(3), 5, "position", new CellValue.Formula("A1")));
    desk.opens("formula.xlsx");
    put(NAME, "改后名");
    desk.does(() -> desk.check.saveCorrected(folder.resolve("out.xlsx")));
    desk.until(desk.check.saved(), Optional::isPresent);
    Saved.NotWritten refused = (Saved.NotWritten) desk.check.saved().get().orElseThrow();
    assertThat(refused.fault().id()).isEqualTo("window.mistakesHidden");
    assertThat(refused.fault().details()).containsExactly("G5");
    assertThat(office.workbooks.templates()).isEmpty();
  }

  @Test
  void aBlockThatDoesNotFitIsRefusedAndSaidSo() {
    desk.opens("good.xlsx");
    desk.does(() -> sheet().paste(List.of(new At(0, "insurances")), "a\tb"));
    assertThat(sheet().refused().get()).isPresent();
    assertThat(desk.check.state().get()).isInstanceOf(CheckState.Checked.class);
    put(NAME, "改后名");
    assertThat(sheet().refused().get()).isEmpty();
  }
}
