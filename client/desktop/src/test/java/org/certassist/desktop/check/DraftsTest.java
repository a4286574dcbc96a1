package org.certassist.desktop.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.certassist.core.draft.EditedDraft.At;
import org.certassist.core.draft.KeptDraft;
import org.certassist.core.fault.Fault;
import org.certassist.core.key.PinState;
import org.certassist.core.portal.RowAnswers;
import org.certassist.desktop.Desk;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.send.SendState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is edited is kept as a draft until its declaration is filed, without a window.
@Timeout(120)
class DraftsTest {
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

  private void untilKept(int drafts) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (office.drafts.kept().size() != drafts && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(office.drafts.kept()).hasSize(drafts);
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
  void openingKeepsNothingAndTheFirstChangeBeginsADraft() throws Exception {
    desk.opens("good.xlsx");
    Thread.sleep(DraftKeeper.PAUSE.plusMillis(300));
    assertThat(office.drafts.kept()).isEmpty();
    put(NAME, "改后名");
    untilKept(1);
    KeptDraft kept = office.drafts.kept().getFirst();
    assertThat(kept.name()).isEqualTo("good.xlsx");
    assertThat(kept.profile()).isEqualTo("practice");
    assertThat(kept.rows()).isEqualTo(12);
  }

  @Test
  void aClosedSheetIsKeptAtOnceAndGoneOnWith() {
    desk.opens("good.xlsx");
    put(NAME, "改后名");
    desk.does(desk.check::close);
    desk.until(desk.check.drafts().kept(), kept -> kept.drafts().size() == 1);
    desk.does(() -> desk.check.open(desk.check.drafts().kept().get().drafts().getFirst()));
    CheckState.Checked now = checked();
    assertThat(now.draft().rows().getFirst().cell("name").shown()).isEqualTo("改后名");
    put(NAME, "再改");
    desk.does(desk.check::close);
    desk.until(desk.check.state(), CheckState.NoFile.class);
    flush();
    assertThat(office.drafts.kept()).hasSize(1);
    assertThat(office.drafts.written().getLast().rows().getFirst().cell("name").shown())
        .isEqualTo("再改");
  }

  @Test
  void aDraftThrownAwayIsGone() {
    desk.opens("good.xlsx");
    put(NAME, "改后名");
    desk.does(desk.check::close);
    desk.until(desk.check.drafts().kept(), kept -> kept.drafts().size() == 1);
    KeptDraft kept = desk.check.drafts().kept().get().drafts().getFirst();
    desk.does(() -> desk.check.drafts().throwAway(kept));
    desk.until(desk.check.drafts().kept(), now -> now.drafts().isEmpty());
    desk.does(() -> desk.check.open(kept));
    CheckState.Unusable gone = desk.until(desk.check.state(), CheckState.Unusable.class);
    assertThat(gone.fault().id()).isEqualTo("window.draftGone");
  }

  @Test
  void aDraftThatWasFiledIsTakenAway() {
    desk.opens("good.xlsx");
    put(NAME, "改后名");
    checked();
    flush();
    assertThat(office.drafts.kept()).hasSize(1);
    desk.asks(desk.send::begin);
    desk.signs();
    desk.until(desk.send.state(), SendState.Ended.class);
    untilKept(0);
    flush();
    assertThat(office.drafts.kept()).isEmpty();
  }

  @Test
  void aDraftWhoseDeclarationWaitsIsKeptUntilItIsFiled() {
    changesAndCannotSend();
    assertThat(office.drafts.kept()).hasSize(1);
    desk.opens("faulty.xlsx");

    sendsWhatWaits();

    untilKept(0);
  }

  @Test
  void aDraftThatWasChangedSinceIsKeptThoughWhatItWasIsFiled() {
    changesAndCannotSend();
    desk.does(desk.send::dismiss);
    put(NAME, "再改");
    checked();

    sendsWhatWaits();

    flush();
    assertThat(office.drafts.kept()).hasSize(1);
  }

  private void changesAndCannotSend() {
    office.portal.unreachable();
    desk.opens("good.xlsx");
    put(NAME, "改后名");
    checked();
    flush();
    desk.asks(desk.send::begin);
    desk.signs();
    desk.until(desk.send.state(), SendState.NotSent.class);
    flush();
  }

  private void sendsWhatWaits() {
    office.portal.reachableAgain();
    desk.asks(desk.send::beginOutbox);
    desk.signs();
    desk.until(desk.send.state(), SendState.OutboxSent.class);
  }

  @Test
  void whatCouldNotBeKeptIsTriedAgainFromAnotherSheet() {
    office.drafts.full(true);
    desk.opens("good.xlsx");
    put(NAME, "改后名");
    desk.until(desk.check.notKept(), Optional::isPresent);
    desk.opens("faulty.xlsx");
    assertThat(flush()).isPresent();

    office.drafts.full(false);

    assertThat(flush()).isEmpty();
    assertThat(desk.check.isBehind()).isFalse();
    assertThat(office.drafts.written().getLast().rows().getFirst().cell("name").shown())
        .isEqualTo("改后名");
  }

  @Test
  void anotherDeclarationTakesNoDraftAway() {
    SendState.Ended ended = desk.files("good.xlsx", SendState.Ended.class);
    desk.does(desk.send::dismiss);
    put(NAME, "改后名");
    checked();
    flush();
    desk.does(() -> desk.check.filed(ended.history()));
    flush();
    assertThat(office.drafts.kept()).hasSize(1);
  }

  @Test
  void whereNothingCanBeKeptSheIsToldAndTheNextChangeIsTriedAgain() {
    office.drafts.full(true);
    desk.opens("good.xlsx");
    put(NAME, "改后名");
    desk.until(desk.check.notKept(), Optional::isPresent);
    assertThat(desk.check.isBehind()).isTrue();
    assertThat(flush().orElseThrow().id()).isEqualTo("archive.diskFull");
    office.drafts.full(false);
    put(NAME, "再改");
    assertThat(flush()).isEmpty();
    assertThat(desk.check.notKept().get()).isEmpty();
    assertThat(desk.check.isBehind()).isFalse();
  }
}
