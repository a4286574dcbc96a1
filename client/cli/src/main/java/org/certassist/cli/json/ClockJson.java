package org.certassist.cli.json;

import org.certassist.core.time.ClockReading;
import org.certassist.core.time.ShanghaiTime;
import org.jspecify.annotations.Nullable;

/// That certificates were judged by the portal's time, since this PC's clock is off.
///
/// @param judgedBy always `portal`
/// @param aheadSeconds by how much this PC is ahead; below zero where it is behind
public record ClockJson(String judgedBy, String portal, String here, long aheadSeconds) {
  /// Null where this PC's clock is right, as far as anybody knows.
  public static @Nullable ClockJson of(ClockReading reading) {
    return reading.isOff()
        ? new ClockJson(
            "portal",
            ShanghaiTime.text(reading.now()),
            ShanghaiTime.text(reading.here()),
            reading.ahead().toSeconds())
        : null;
  }
}
