package org.certassist.core.detection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.key.KeyBridge;

/// Notices that a key is plugged in or pulled out, as long as somebody looks.
public final class PlugWatch {
  /// Between two looks: a list is right within two seconds then, with a second and a half for a
  /// driver to start afresh and to read its key.
  public static final Duration PAUSE = Duration.ofMillis(500);

  /// The longest pause, for drivers that show something else at every look.
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  /// So many changes in a row are a hand at work; more are a driver that does not know what it
  /// shows.
  private static final int CHANGES_IN_A_ROW = 4;

  /// Listing the sockets may take this part of the time; on macOS and Windows it starts a program.
  private static final int SHARE_OF_THE_TIME = 10;

  private final KeyBridge bridge;
  private final PluggedDevices sockets;
  private final Rest rest;
  private Optional<List<UsbDevice>> plugged = Optional.empty();
  private Duration untilTheSockets = Duration.ZERO;
  private int inARow;

  /// What is different.
  public enum Change {
    /// Nothing; nobody looks any more.
    NONE,
    /// A driver shows other tokens, or there is a new driver.
    AT_A_DRIVER,
    /// Other devices are plugged in, whatever the drivers say.
    AT_THE_SOCKETS
  }

  /// Waits, and tells the time that passes.
  public interface Rest {
    /// Nanoseconds of running time, as `System.nanoTime`.
    long now();

    void take(Duration pause) throws InterruptedException;

    /// With this PC's clock.
    static Rest real() {
      return new Rest() {
        @Override
        public long now() {
          return System.nanoTime();
        }

        @Override
        public void take(Duration pause) throws InterruptedException {
          Thread.sleep(pause);
        }
      };
    }
  }

  public PlugWatch(KeyBridge bridge, PluggedDevices sockets, Rest rest) {
    this.bridge = bridge;
    this.sockets = sockets;
    this.rest = rest;
  }

  /// Waits until something was plugged in or pulled out; for one caller at a time.
  ///
  /// @param someoneLooks asked before every look
  public Change await(BooleanSupplier someoneLooks) throws InterruptedException {
    pause(restlessness());
    while (someoneLooks.getAsBoolean()) {
      Change change = look();
      if (change != Change.NONE) {
        inARow++;
        return change;
      }
      inARow = 0;
      pause(PAUSE);
    }
    return Change.NONE;
  }

  /// How long a driver that shows something else at every look is left alone.
  private Duration restlessness() {
    if (inARow < CHANGES_IN_A_ROW) {
      return Duration.ZERO;
    }
    int doublings = Math.min(inARow - CHANGES_IN_A_ROW + 1, Integer.SIZE - 2);
    Duration longer = PAUSE.multipliedBy(1L << doublings);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  private Change look() throws InterruptedException {
    if (otherSockets()) {
      return Change.AT_THE_SOCKETS;
    }
    return bridge.hasChanged() ? Change.AT_A_DRIVER : Change.NONE;
  }

  private void pause(Duration pause) throws InterruptedException {
    if (pause.isPositive()) {
      rest.take(pause);
    }
    untilTheSockets = untilTheSockets.minus(pause);
  }

  private boolean otherSockets() {
    if (untilTheSockets.isPositive()) {
      return false;
    }
    long before = rest.now();
    List<UsbDevice> now = sockets.list();
    untilTheSockets = Duration.ofNanos(rest.now() - before).multipliedBy(SHARE_OF_THE_TIME);
    boolean other = plugged.filter(seen -> !seen.equals(now)).isPresent();
    plugged = Optional.of(now);
    return other;
  }
}
