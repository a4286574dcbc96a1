package org.certassist.core.portal;

import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;

/// The port to a portal's clock, which counts where this PC's is wrong.
@FunctionalInterface
public interface PortalClock {
  /// Reads both clocks. A portal that does not answer soon is done without: nobody waits for it
  /// longer than a few seconds.
  ClockReading read() throws InterruptedException;

  /// Where there is no portal to ask.
  static PortalClock ofThisPc(ShanghaiTime time) {
    return () -> ClockReading.ofThisPc(time.instant());
  }
}
