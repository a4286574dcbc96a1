package org.certassist.desktop.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.certassist.core.declaration.Stage;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.key.PinState;
import org.certassist.core.portal.RowAnswers;
import org.certassist.desktop.Desk;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An outbox run that ends early says what the archive knows, not what was hoped for.
@Timeout(60)
class OutboxStoppedTest {
  @TempDir Path folder;

  @Test
  void cancelledAfterTheFirstItSaysWhichWereFiled() throws Exception {
    Office office = new Office(folder).withKey(PinState.OK);
    office.portal.answering(new RowAnswers(1, 0, List.of())).unreachable();
    try (Desk desk = new Desk(office)) {
      for (int person = 0; person < 3; person++) {
        office.workbooks.put("person" + person + ".xlsx", Samples.only(person));
        desk.files("person" + person + ".xlsx", SendState.NotSent.class);
      }
      office.portal.reachableAgain().holdingAfter(1, new CountDownLatch(1));
      desk.asks(desk.send::beginOutbox);
      desk.signs();
      assertThat(office.portal.isHolding(30)).isTrue();

      desk.does(desk.send::cancel);
      SendState.OutboxStopped stopped =
          desk.until(desk.send.state(), SendState.OutboxStopped.class);

      assertThat(stopped.why()).isEmpty();
      assertThat(stopped.now())
          .extracting(SendOutbox.Taken::after)
          .containsExactly(Stage.ACCEPTED, Stage.SENDING, Stage.CHECKED);
      assertThat(List.of(stopped.filed(), stopped.toBeAsked(), stopped.notFiled()))
          .containsExactly(1L, 1L, 1L);
      assertThat(office.portal.received()).isEqualTo(1);
    }
  }

  @Test
  void whatIsBeingSentIsSentByOneOnly() throws Exception {
    Office office = new Office(folder).withKey(PinState.OK);
    CountDownLatch hold = new CountDownLatch(1);
    office.portal.answering(new RowAnswers(12, 0, List.of())).holding(hold);
    try (Desk desk = new Desk(office)) {
      desk.asksFor("good.xlsx");
      desk.signs();
      assertThat(office.portal.isHolding(30)).isTrue();
      Subject subject = ((SendState.Sending) desk.send.state().get()).subject();

      desk.does(desk.send::beginOutbox);
      desk.does(desk.send::begin);
      desk.does(() -> desk.send.withdraw(office.archive.all().getFirst()));

      assertThat(desk.send.state().get())
          .isInstanceOfSatisfying(
              SendState.Sending.class, now -> assertThat(now.subject()).isEqualTo(subject));
      hold.countDown();
      desk.until(desk.send.state(), SendState.Ended.class);
      assertThat(office.keys.tries()).isEqualTo(1);
    }
  }

  @Test
  void aPortalThatIsNotReachedSaysThatAllStillWait() {
    Office office = new Office(folder).withKey(PinState.OK);
    office.portal.unreachable();
    try (Desk desk = new Desk(office)) {
      desk.files("good.xlsx", SendState.NotSent.class);
      desk.asks(desk.send::beginOutbox);
      desk.signs();

      SendState.OutboxStopped stopped =
          desk.until(desk.send.state(), SendState.OutboxStopped.class);

      assertThat(stopped.why().orElseThrow().id()).isEqualTo("portal.notReached");
      assertThat(stopped.notFiled()).isEqualTo(1);
    }
  }
}
