package org.certassist.practice.portal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// The portal's clock: Asia/Shanghai, whatever the PC's zone.
record Times(InstantSource clock) {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  Instant now() {
    return clock.instant();
  }

  LocalDateTime local() {
    return LocalDateTime.ofInstant(now(), SHANGHAI);
  }

  /// A time as the wire writes it, whole seconds with `+08:00`.
  static String text(Instant time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        OffsetDateTime.ofInstant(time, SHANGHAI).truncatedTo(ChronoUnit.SECONDS));
  }
}
