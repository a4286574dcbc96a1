package org.certassist.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/// This PC's clock, and the portal's where it was asked and answered.
///
/// @param here when the portal's answer came, by this PC
/// @param portal what the portal said
public record ClockReading(Instant here, Optional<Instant> portal) {
  /// The portal's own patience with a nonce; a clock that is further off would sign for a wrong
  /// month sooner or later.
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /// Nobody was asked, or nobody answered.
  public static ClockReading ofThisPc(Instant here) {
    return new ClockReading(here, Optional.empty());
  }

  public static ClockReading against(Instant portal, Instant here) {
    return new ClockReading(here, Optional.of(portal));
  }

  /// By how much this PC is ahead of the portal; below zero where it is behind, zero where nobody
  /// knows.
  public Duration ahead() {
    return Duration.between(portal.orElse(here), here);
  }

  /// The two differ by more than can be borne.
  public boolean isOff() {
    return ahead().abs().compareTo(TOLERANCE) > 0;
  }

  /// The time that counts: the portal's where this PC's is off, since it is the portal that judges.
  public Instant now() {
    return isOff() ? portal.orElse(here) : here;
  }

  /// [#now()] on a clock in Beijing.
  public LocalDateTime shanghai() {
    return LocalDateTime.ofInstant(now(), ShanghaiTime.ZONE);
  }
}
