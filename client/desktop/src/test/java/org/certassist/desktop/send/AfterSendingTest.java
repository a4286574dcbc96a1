package org.certassist.desktop.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.archive.History;
import org.certassist.core.filing.PreparedDeclaration;
import org.certassist.core.key.PinState;
import org.certassist.desktop.Desk;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.fx.Background.End;
import org.certassist.desktop.office.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is shown once sending has ended badly.
@Timeout(60)
class AfterSendingTest {
  @TempDir Path folder;

  @Test
  void aReceiptThatCouldNotBeKeptIsNamedThoughNothingCanBeLookedUpEither() throws Exception {
    Office office = new Office(folder).withKey(PinState.OK);
    try (Desk desk = new Desk(office)) {
      SendState.Asking asked = desk.asksFor("good.xlsx");
      PreparedDeclaration prepared = ((Subject.One) asked.subject()).prepared();
      ArchiveFault notKept = ArchiveFault.of("archive.acceptedNotKept", "SZ-1");
      BlockingQueue<SendState> shown = new LinkedBlockingQueue<>();
      office.archive.broken();

      new AfterSending(desk.services, new Background(Runnable::run), shown::add)
          .ended(new End.Failed<History>(notKept), asked, prepared);

      assertThat(shown.poll(30, TimeUnit.SECONDS))
          .isEqualTo(new SendState.NotSent(notKept, Optional.empty()));
    }
  }
}
