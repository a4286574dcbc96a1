package org.certassist.desktop.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Stage;
import org.certassist.core.key.PinState;
import org.certassist.core.portal.RowAnswers;
import org.certassist.desktop.Desk;
import org.certassist.desktop.fx.Asking.Question;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.outbox.OutboxViewModel.Listing;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What waits in the outbox is withdrawn, from its list or because it stands in the way.
@Timeout(60)
class WithdrawTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  @BeforeEach
  void keepOneForLater() {
    office = new Office(folder).withKey(PinState.OK);
    office.workbooks.put(
        "corrected.xlsx",
        Samples.with(Samples.good(12), 6, "contributionBase", new CellValue.Text("6000.00")));
    office.portal.answering(new RowAnswers(12, 0, List.of())).unreachable();
    desk = new Desk(office);
    desk.files("good.xlsx", SendState.NotSent.class);
    office.portal.reachableAgain();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theListShowsItAsWithdrawn() {
    History kept = loaded().getFirst();
    assertThat(kept.stage()).isEqualTo(Stage.CHECKED);

    desk.does(() -> desk.outbox.withdraw(kept));
    desk.until(
        desk.outbox.listing(),
        now -> now instanceof Listing.Loaded loaded && loaded.waiting() == 0);

    assertThat(loaded()).extracting(History::stage).containsExactly(Stage.WITHDRAWN);
    assertThat(desk.outbox.trouble().get()).isEmpty();
  }

  @Test
  void oneThatWasWithdrawnElsewhereIsSaidSo() throws Exception {
    History kept = loaded().getFirst();
    desk.services.withdraw().withdraw(kept.id());

    desk.does(() -> desk.outbox.withdraw(kept));

    desk.until(desk.outbox.trouble(), Optional::isPresent);
    assertThat(desk.outbox.trouble().get().orElseThrow().id()).isEqualTo("usage.notWaiting");
  }

  @Test
  void theQuestionNamesUnitKindAndCount() {
    for (Language language : Language.values()) {
      Question question =
          Withdrawal.question(
              loaded().getFirst(), Samples.practice(), Words.in(Texts.strict(language)));

      assertThat(question.detail())
          .contains(Samples.UNIT, "12")
          .contains(language == Language.ZH ? "用人单位用工参保登记" : "Enrolment of employees");
    }
  }

  @Test
  void theCorrectedFileOffersToWithdrawTheEarlierOneAndGoesOn() {
    desk.opens("corrected.xlsx");
    desk.does(desk.send::begin);
    SendState.NotPrepared refused = desk.until(desk.send.state(), SendState.NotPrepared.class);
    assertThat(refused.fault().id()).isEqualTo("usage.personsWait");
    History inTheWay = refused.inTheWay().orElseThrow();

    desk.does(() -> desk.send.withdraw(inTheWay));
    desk.until(desk.send.state(), SendState.Asking.class);
    desk.signs();
    SendState.Ended ended = desk.until(desk.send.state(), SendState.Ended.class);

    assertThat(ended.history().stage()).isEqualTo(Stage.DONE);
    assertThat(office.portal.received()).isEqualTo(1);
    assertThat(office.archive.find(inTheWay.id()).orElseThrow().stage()).isEqualTo(Stage.WITHDRAWN);
  }

  @Test
  void whereAnEarlierOneCannotBeReadSheMustConfirm() {
    office.archive.damage(loaded().getFirst().id());
    desk.opens("good.xlsx");
    desk.does(desk.send::begin);
    assertThat(desk.until(desk.send.state(), SendState.NotPrepared.class).fault().id())
        .isEqualTo("usage.earlierUnreadable");

    desk.does(desk.send::beginNotFiledBefore);

    desk.until(desk.send.state(), SendState.Asking.class);
  }

  /// The one that was kept; a list from before it was may still be on its way.
  private List<History> loaded() {
    desk.does(desk.outbox::load);
    desk.until(
        desk.outbox.listing(),
        now -> now instanceof Listing.Loaded loaded && !loaded.histories().isEmpty());
    return desk.until(desk.outbox.listing(), Listing.Loaded.class).histories();
  }
}
