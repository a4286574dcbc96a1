package org.certassist.desktop.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.certassist.core.elsewhere.Point;
import org.certassist.core.elsewhere.Tick;
import org.certassist.desktop.Desk;
import org.certassist.desktop.office.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the filings do not cover stays in view until it is ticked off, and a slip is taken back.
@Timeout(60)
class ElsewhereScreenTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private Office office;

  @SuppressWarnings("NullAway.Init")
  private Desk desk;

  @BeforeEach
  void hireOne() throws Exception {
    office = new Office(folder);
    office.handedIn("李小芳", "32050919900307002X");
    desk = new Desk(office);
    desk.does(desk.elsewhere::look);
    untilOpen(2);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void untilOpen(int open) {
    desk.until(
        desk.elsewhere.state(),
        now -> now instanceof ElsewhereState.Listed listed && listed.open() == open);
  }

  private void untilShown(int size) {
    for (int i = 0; i < 1_000 && shown().size() != size; i++) {
      desk.does(() -> java.util.concurrent.locks.LockSupport.parkNanos(10_000_000));
    }
    assertThat(shown()).hasSize(size);
  }

  private List<Point> shown() {
    return List.copyOf(desk.elsewhere.shown());
  }

  @Test
  void aTickIsKeptAndMayBeTakenBackAsLongAsSheLooks() {
    assertThat(shown()).extracting(point -> point.id().insurance()).containsExactly("医疗保险", "生育保险");

    desk.does(() -> desk.elsewhere.tick(shown().getFirst()));
    untilOpen(1);
    assertThat(shown()).extracting(Point::isOpen).containsExactly(false, true);
    assertThat(office.ticks.kept()).extracting(Tick::on).containsExactly(office.time.today());

    desk.does(() -> desk.elsewhere.tick(shown().getFirst()));
    untilOpen(2);
    assertThat(office.ticks.kept()).isEmpty();
  }

  @Test
  void whatWasDoneEarlierIsShownOnlyWhereSheAsksForIt() {
    desk.does(() -> desk.elsewhere.tick(shown().getFirst()));
    untilOpen(1);
    desk.does(desk.elsewhere::look);
    untilShown(1);

    desk.does(() -> desk.elsewhere.doneToo().set(true));

    assertThat(shown()).extracting(Point::isOpen).containsExactly(false, true);
  }
}
