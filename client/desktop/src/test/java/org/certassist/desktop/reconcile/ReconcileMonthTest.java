package org.certassist.desktop.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.certassist.desktop.reconcile.Scope.MonthNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The program stays open while a window closes.
@Timeout(60)
class ReconcileMonthTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  private final Office office = new Office(Path.of("unused"));
  private final MovedClock clock = new MovedClock();
  private final LinkedBlockingQueue<Runnable> ends = new LinkedBlockingQueue<>();
  private final ReconcileViewModel model =
      new ReconcileViewModel(
          office.listings,
          office.archive,
          new SimpleObjectProperty<>(Samples.jiangsu()),
          new ShanghaiTime(clock),
          new Background(ends::add));

  private Scope looks() throws InterruptedException {
    model.look();
    Objects.requireNonNull(ends.poll(30, TimeUnit.SECONDS), "nothing ended").run();
    return model.scope().get();
  }

  @Test
  void theMonthAskedForStaysAndWhatIsSaidOfItFollowsTheClock() throws Exception {
    assertThat(looks().month()).isEqualTo(NOVEMBER);
    assertThat(looks().note()).isEqualTo(MonthNote.SETTLED);

    clock.now = Instant.parse("2026-12-12T02:00:00Z");

    Scope later = looks();
    assertThat(later.month()).isEqualTo(NOVEMBER);
    assertThat(later.note()).isEqualTo(MonthNote.EARLIER);
    assertThat(later.settled()).isEqualTo(DECEMBER);
    assertThat(later.months()).first().isEqualTo(DECEMBER.plusMonths(1));
  }

  @Test
  void aMonthThatWasStillOpenIsTheOneToPayOnceItHasClosed() throws Exception {
    model.choose(DECEMBER);
    assertThat(looks().note()).isEqualTo(MonthNote.NOT_CLOSED);

    clock.now = Instant.parse("2026-12-12T02:00:00Z");

    assertThat(looks().month()).isEqualTo(DECEMBER);
    assertThat(model.scope().get().note()).isEqualTo(MonthNote.SETTLED);
  }

  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T02:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
