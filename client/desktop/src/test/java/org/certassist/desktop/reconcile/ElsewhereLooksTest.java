package org.certassist.desktop.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.elsewhere.Elsewhere;
import org.certassist.core.elsewhere.Point;
import org.certassist.core.elsewhere.PointId;
import org.certassist.core.elsewhere.Tick;
import org.certassist.core.elsewhere.Ticks;
import org.certassist.desktop.fx.Background;
import org.certassist.desktop.office.MemoryTicks;
import org.certassist.desktop.office.Office;
import org.certassist.desktop.office.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a look that has not ended, or failed, may say; the ends come when the test wants them.
@Timeout(60)
class ElsewhereLooksTest {
  private final Office office = new Office(Path.of("unused"));
  private final SlowTicks ticks = new SlowTicks();
  private final LinkedBlockingQueue<Runnable> ends = new LinkedBlockingQueue<>();
  private final ElsewhereViewModel model =
      new ElsewhereViewModel(
          new Elsewhere(office.archive, ticks, office.time),
          new SimpleObjectProperty<>(Samples.practice()),
          new Background(ends::add));

  @BeforeEach
  void fileOne() throws Exception {
    office.handedIn("李小芳", "32050919900307002X");
  }

  private Runnable end() throws InterruptedException {
    return Objects.requireNonNull(ends.poll(30, TimeUnit.SECONDS), "nothing ended");
  }

  private void looks() throws InterruptedException {
    model.look();
    end().run();
  }

  @Test
  void aLookThatFailedStaysOneWhateverSheTicks() throws Exception {
    looks();
    assertThat(model.state().get()).isEqualTo(new ElsewhereState.Listed(2, 0));
    ticks.isBroken = true;
    looks();
    assertThat(model.state().get()).isInstanceOf(ElsewhereState.Failed.class);

    model.doneToo().set(true);

    assertThat(model.state().get()).isInstanceOf(ElsewhereState.Failed.class);
    assertThat(model.shown()).isEmpty();
  }

  @Test
  void nothingIsCountedBeforeALookHasEnded() {
    model.look();

    model.doneToo().set(true);

    assertThat(model.state().get()).isInstanceOf(ElsewhereState.Loading.class);
  }

  @Test
  void aSecondPressBeforeTheFirstIsKeptIsNone() throws Exception {
    looks();
    Point first = model.shown().getFirst();

    model.tick(first);
    model.tick(first);
    assertThat(model.working()).containsExactly(first.id());
    end().run();

    assertThat(ends.poll(300, TimeUnit.MILLISECONDS)).isNull();
    assertThat(model.working()).isEmpty();
    assertThat(model.state().get()).isEqualTo(new ElsewhereState.Listed(1, 0));
  }

  @Test
  void aLookThatBeganBeforeATickDoesNotOpenItsPointAgain() throws Exception {
    looks();
    CountDownLatch later = new CountDownLatch(1);
    ticks.writing = later;
    model.tick(model.shown().getFirst());
    model.look();
    Runnable before = end();
    later.countDown();
    Runnable kept = end();

    kept.run();
    before.run();

    assertThat(model.state().get()).isInstanceOf(ElsewhereState.Loading.class);
    end().run();
    assertThat(model.state().get()).isEqualTo(new ElsewhereState.Listed(1, 0));
  }

  /// Ticks whose writing waits, and which do not open when asked not to.
  private static final class SlowTicks implements Ticks {
    private final MemoryTicks ticks = new MemoryTicks();
    private volatile CountDownLatch writing = new CountDownLatch(0);
    private volatile boolean isBroken;

    @Override
    public List<Tick> kept() throws ArchiveException {
      if (isBroken) {
        throw new ArchiveException(ArchiveFault.of("archive.damaged", "ticks"));
      }
      return ticks.kept();
    }

    @Override
    public int damaged() {
      return ticks.damaged();
    }

    @Override
    public void keep(Tick tick) {
      try {
        writing.await();
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
      ticks.keep(tick);
    }

    @Override
    public void remove(PointId point) {
      ticks.remove(point);
    }
  }
}
