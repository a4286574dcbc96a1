package org.certassist.core.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// A clock read in Asia/Shanghai.
public record ShanghaiTime(Clock clock) {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  public Instant instant() {
    return clock.instant();
  }

  public LocalDate today() {
    return LocalDate.ofInstant(instant(), ZONE);
  }

  public LocalDateTime now() {
    return LocalDateTime.ofInstant(instant(), ZONE);
  }

  /// An instant as it is written into documents and JSON: whole seconds, +08:00.
  public static OffsetDateTime of(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE).toOffsetDateTime();
  }

  /// The text of [#of]; seconds are always there, which `toString` leaves out when they are 0.
  public static String text(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(of(instant));
  }
}
