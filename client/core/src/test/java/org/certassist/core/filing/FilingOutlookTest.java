package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.FilingCalendar.Rule;
import org.certassist.core.profile.FilingCalendar.Window;
import org.certassist.core.time.ShanghaiTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilingOutlookTest {
  private static final FilingCalendar RULE =
      FilingCalendar.inWindows(
          new Rule(11, 6),
          List.of(
              new Window(
                  YearMonth.of(2021, 10),
                  LocalDateTime.parse("2021-09-06T00:00"),
                  LocalDateTime.parse("2021-09-20T17:00"))));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # time,               open,  closes,           next opens,       soon
          2026-11-28T08:00:00,  true,  2026-12-07T00:00, 2026-12-11T00:00, false
          2026-12-03T23:59:59,  true,  2026-12-07T00:00, 2026-12-11T00:00, false
          2026-12-04T00:00:00,  true,  2026-12-07T00:00, 2026-12-11T00:00, true
          2026-12-06T23:59:59,  true,  2026-12-07T00:00, 2026-12-11T00:00, true
          2026-12-07T00:00:00,  false, 2027-01-07T00:00, 2027-01-11T00:00, false
          2026-12-11T00:00:00,  true,  2027-01-07T00:00, 2027-01-11T00:00, false
          2021-09-20T16:00:00,  true,  2021-09-20T17:00, 2021-10-11T00:00, true
          2021-09-20T17:00:00,  false, 2021-11-07T00:00, 2021-11-11T00:00, false
          """)
  void aMomentHasItsWindowAndTheNext(
      LocalDateTime now, boolean open, LocalDateTime closes, LocalDateTime next, boolean soon) {
    FilingOutlook outlook = FilingOutlook.of(RULE, now);

    assertThat(outlook.isOpen()).isEqualTo(open);
    assertThat(outlook.window().closes()).isEqualTo(closes);
    assertThat(outlook.next().opens()).isEqualTo(next);
    assertThat(outlook.closesSoon()).isEqualTo(soon);
    assertThat(outlook.left().isPresent()).isEqualTo(open);
  }

  @Test
  void theTimeLeftRunsToTheWindowsEnd() {
    assertThat(FilingOutlook.of(RULE, LocalDateTime.parse("2026-12-06T21:30")).left())
        .contains(Duration.ofMinutes(150));
  }

  @Test
  void whereNobodyKnowsTheWindowsNothingClosesSoon() {
    FilingOutlook outlook =
        FilingOutlook.of(FilingCalendar.notKnown(), LocalDateTime.parse("2026-11-30T23:00"));

    assertThat(outlook.left()).isEmpty();
    assertThat(outlook.closesSoon()).isFalse();
    assertThat(outlook.window().settlementMonth()).isEqualTo(YearMonth.of(2026, 11));
    assertThat(outlook.next().settlementMonth()).isEqualTo(YearMonth.of(2026, 12));
  }

  @Test
  void aCertificateMustLastUntilTheNextWindowIsOver() {
    FilingOutlook outlook = FilingOutlook.of(RULE, LocalDateTime.parse("2026-11-28T08:00"));

    assertThat(outlook.endsBeforeNextIsOver(Instant.parse("2027-01-06T15:59:59Z"))).isTrue();
    assertThat(outlook.endsBeforeNextIsOver(Instant.parse("2027-01-06T16:00:00Z"))).isFalse();
  }

  /// The edges as a PC sees them whose clock runs in another zone.
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/New_York"})
  void thePcsZoneDoesNotMatter(String zone) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      assertThat(at("2026-12-06T15:59:59Z").isOpen()).isTrue();
      assertThat(at("2026-12-06T16:00:00Z").isOpen()).isFalse();
      assertThat(at("2026-12-10T16:00:00Z").isOpen()).isTrue();
      assertThat(at("2026-12-31T15:59:59Z").window().settlementMonth())
          .isEqualTo(YearMonth.of(2027, 1));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static FilingOutlook at(String instant) {
    Clock clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    return FilingOutlook.of(RULE, new ShanghaiTime(clock).now());
  }
}
