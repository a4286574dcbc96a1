package org.certassist.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.certassist.core.detection.PlugWatch.Change;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.driver.UsbId;
import org.certassist.core.testing.ScriptedBridge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PlugWatchTest {
  private static final UsbDevice KEY =
      new UsbDevice(new UsbId(0x096e, 0x0309), "ePass3000GM", Set.of(Role.SMART_CARD));

  private final ScriptedBridge bridge = new ScriptedBridge();
  private final Pauses pauses = new Pauses();
  private final List<UsbDevice> plugged = new ArrayList<>();
  private int listed;
  private final PlugWatch watch = new PlugWatch(bridge, this::list, pauses);
  private Duration listing = Duration.ZERO;

  /// Time that passes by pauses only.
  private static final class Pauses implements PlugWatch.Rest {
    private final List<Duration> taken = new ArrayList<>();
    private long now;

    @Override
    public long now() {
      return now;
    }

    @Override
    public void take(Duration pause) {
      taken.add(pause);
      now += pause.toNanos();
    }
  }

  private List<UsbDevice> list() {
    listed++;
    pauses.now += listing.toNanos();
    return List.copyOf(plugged);
  }

  /// Somebody looks for so many looks, while this happens before each.
  private static BooleanSupplier looks(int times, Runnable before) {
    int[] left = {times};
    return () -> {
      if (left[0] == 0) {
        return false;
      }
      left[0]--;
      before.run();
      return true;
    };
  }

  @Test
  void nothingHappensWhileNobodyLooks() throws Exception {
    bridge.changes(1);

    assertThat(watch.await(() -> false)).isEqualTo(Change.NONE);
    assertThat(listed).isZero();
    assertThat(bridge.hasChanged()).isTrue();
  }

  @Test
  void quietLooksFollowEachOtherTwiceASecond() throws Exception {
    assertThat(watch.await(looks(3, () -> {}))).isEqualTo(Change.NONE);
    assertThat(pauses.taken).containsExactly(PlugWatch.PAUSE, PlugWatch.PAUSE, PlugWatch.PAUSE);
    assertThat(PlugWatch.PAUSE).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void whatIsPluggedInAtTheBeginningIsNoChange() throws Exception {
    plugged.add(KEY);

    assertThat(watch.await(looks(3, () -> {}))).isEqualTo(Change.NONE);
  }

  @Test
  void aDeviceThatComesOrGoesIsSeenWhateverTheDriversSay() throws Exception {
    watch.await(looks(1, () -> {}));

    plugged.add(KEY);
    assertThat(watch.await(() -> true)).isEqualTo(Change.AT_THE_SOCKETS);
    plugged.clear();
    assertThat(watch.await(() -> true)).isEqualTo(Change.AT_THE_SOCKETS);
    assertThat(watch.await(looks(2, () -> {}))).isEqualTo(Change.NONE);
  }

  @Test
  void aDriverThatShowsSomethingElseIsHeard() throws Exception {
    assertThat(watch.await(looks(9, () -> bridge.changes(pauses.taken.size() == 2 ? 1 : 0))))
        .isEqualTo(Change.AT_A_DRIVER);
    assertThat(pauses.taken).hasSize(2);
  }

  @Test
  void aSlowListOfTheSocketsTakesATenthOfTheTime() throws Exception {
    listing = Duration.ofMillis(300);

    watch.await(looks(13, () -> {}));

    // At 0 s, and again when 3 s have passed: six pauses of half a second.
    assertThat(listed).isEqualTo(3);
  }

  @Test
  void aDriverThatNeverShowsTheSameIsLookedAtMoreAndMoreSeldom() throws Exception {
    bridge.changes(12);

    for (int i = 0; i < 12; i++) {
      assertThat(watch.await(() -> true)).isEqualTo(Change.AT_A_DRIVER);
    }
    assertThat(pauses.taken)
        .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4))
        .endsWith(Duration.ofSeconds(8), Duration.ofSeconds(8))
        .hasSize(8);

    pauses.taken.clear();
    watch.await(looks(1, () -> {}));
    bridge.changes(1);
    watch.await(() -> true);
    bridge.changes(1);
    watch.await(looks(2, () -> {}));
    assertThat(pauses.taken)
        .as("after a quiet look")
        .containsExactly(Duration.ofSeconds(8), PlugWatch.PAUSE);
  }
}
