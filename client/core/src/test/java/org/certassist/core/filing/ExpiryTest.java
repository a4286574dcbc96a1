package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.FilingCalendar.Rule;
import org.certassist.core.time.ShanghaiTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {
  private static final FilingCalendar RULE = FilingCalendar.inWindows(new Rule(11, 6), List.of());

  private static Expiry of(LocalDateTime end, FilingCalendar calendar, LocalDateTime now) {
    return Expiry.of(end.atZone(ShanghaiTime.ZONE).toInstant(), FilingOutlook.of(calendar, now));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # now,                end,                 notice,             days left
          2026-11-12T08:00:00,  2026-11-12T07:59:59, ENDED,              0
          2026-11-12T08:00:00,  2026-10-13T23:59:59, ENDED,              -30
          2026-11-12T08:00:00,  2026-11-12T08:00:00, WITHIN_30_DAYS,     0
          2026-11-12T08:00:00,  2026-12-12T23:59:59, WITHIN_30_DAYS,     30
          2026-11-12T23:59:59,  2026-12-13T00:00:00, BEFORE_NEXT_WINDOW, 31
          2026-11-12T08:00:00,  2027-01-06T23:59:59, BEFORE_NEXT_WINDOW, 55
          2026-11-12T08:00:00,  2027-01-07T00:00:00, WITHIN_60_DAYS,     56
          2026-11-12T08:00:00,  2027-01-11T00:00:00, WITHIN_60_DAYS,     60
          2026-11-12T08:00:00,  2027-01-12T00:00:00, NONE,               61
          2026-12-07T08:00:00,  2027-02-06T23:59:59, BEFORE_NEXT_WINDOW, 61
          """)
  void theMostUrgentIsSaid(
      LocalDateTime now, LocalDateTime end, ExpiryNotice notice, long daysLeft) {
    assertThat(of(end, RULE, now)).isEqualTo(new Expiry(notice, daysLeft));
  }

  @ParameterizedTest
  @CsvSource({"2026-12-20T12:00:00, WITHIN_60_DAYS", "2026-12-01T12:00:00, WITHIN_30_DAYS"})
  void whereNobodyKnowsTheWindowsNothingIsSaidOfThem(LocalDateTime end, ExpiryNotice notice) {
    assertThat(of(end, FilingCalendar.notKnown(), LocalDateTime.parse("2026-11-12T08:00:00")))
        .extracting(Expiry::notice)
        .isEqualTo(notice);
  }
}
