package org.certassist.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.certassist.core.profile.FilingCalendar.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingCalendarTest {
  private static final FilingCalendar RULE =
      FilingCalendar.inWindows(new FilingCalendar.Rule(11, 6), List.of());

  /// Wujiang in the autumn of 2021 (docs/sources.md, 002 annex 1).
  private static final FilingCalendar WUJIANG =
      FilingCalendar.inWindows(
          new FilingCalendar.Rule(11, 6),
          List.of(
              window("2021-09", "2021-08-11T00:00", "2021-09-03T17:00"),
              window("2021-10", "2021-09-06T00:00", "2021-09-20T17:00")));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # time,               open,  settlement month
          2026-11-06T23:59:59,  true,  2026-11
          2026-11-07T00:00:00,  false, 2026-12
          2026-11-10T23:59:59,  false, 2026-12
          2026-11-11T00:00:00,  true,  2026-12
          2026-11-22T10:00:00,  true,  2026-12
          2026-12-01T00:00:00,  true,  2026-12
          2026-12-31T23:59:59,  true,  2027-01
          2027-01-01T00:00:00,  true,  2027-01
          2027-01-06T23:59:59,  true,  2027-01
          2027-01-07T00:00:00,  false, 2027-02
          2028-02-29T12:00:00,  true,  2028-03
          """)
  void theWindowIsTheRules(LocalDateTime time, boolean open, YearMonth month) {
    assertThat(RULE.isOpen(time)).isEqualTo(open);
    assertThat(RULE.settlementMonth(time)).isEqualTo(month);
    assertThat(RULE.openAt(time).map(Window::settlementMonth))
        .isEqualTo(open ? java.util.Optional.of(month) : java.util.Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2021-09-03T16:59:59,  true,  2021-09
          2021-09-03T17:00:00,  false, 2021-10
          2021-09-05T23:59:59,  false, 2021-10
          2021-09-06T00:00:00,  true,  2021-10
          2021-09-11T00:00:00,  true,  2021-10
          2021-09-20T16:59:59,  true,  2021-10
          2021-09-20T17:00:00,  false, 2021-11
          2021-10-10T23:59:59,  false, 2021-11
          2021-10-11T00:00:00,  true,  2021-11
          2021-11-06T23:59:59,  true,  2021-11
          2021-11-07T00:00:00,  false, 2021-12
          """)
  void anAnnouncedWindowReplacesTheRules(LocalDateTime time, boolean open, YearMonth month) {
    assertThat(WUJIANG.isOpen(time)).isEqualTo(open);
    assertThat(WUJIANG.settlementMonth(time)).isEqualTo(month);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2021-10, 2021-09-03, 2021-09-05, 2021-09-20
          2021-11, 2021-09-20, 2021-10-10, 2021-11-06
          2021-12, 2021-11-07, 2021-11-10, 2021-12-06
          2027-01, 2026-12-07, 2026-12-10, 2027-01-06
          """)
  void thePeriodOfAMonthBeginsWithTheClosedDaysBeforeItsWindow(
      YearMonth month, LocalDate firstClosed, LocalDate lastClosed, LocalDate last) {
    Window closed = WUJIANG.closedBefore(month);
    Window period = WUJIANG.period(month);

    assertThat(closed.firstDay()).isEqualTo(firstClosed);
    assertThat(closed.lastDay()).isEqualTo(lastClosed);
    assertThat(period.firstDay()).isEqualTo(firstClosed);
    assertThat(period.lastDay()).isEqualTo(last);
    assertThat(closed.touches(firstClosed.minusDays(1))).isFalse();
    assertThat(closed.touches(firstClosed)).isTrue();
    assertThat(closed.touches(lastClosed.plusDays(1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2021-09-03T16:59:59, 2021-08
          2021-09-03T17:00:00, 2021-09
          2021-09-20T16:59:59, 2021-09
          2021-09-20T17:00:00, 2021-10
          2021-11-06T23:59:59, 2021-10
          2021-11-07T00:00:00, 2021-11
          2021-11-11T00:00:00, 2021-11
          2021-12-31T12:00:00, 2021-12
          2022-01-06T23:59:59, 2021-12
          2022-01-07T00:00:00, 2022-01
          """)
  void theMonthToPayIsTheOneWhoseWindowClosedLast(LocalDateTime time, YearMonth month) {
    assertThat(WUJIANG.settledMonth(time)).isEqualTo(month);
  }

  @Test
  void aProlongedWindowMayReachIntoTheNextMonth() {
    FilingCalendar prolonged =
        FilingCalendar.inWindows(
            new FilingCalendar.Rule(11, 6),
            List.of(window("2026-09", "2026-08-11T00:00", "2026-10-03T00:00")));

    assertThat(prolonged.settlementMonth(LocalDateTime.parse("2026-10-02T12:00")))
        .isEqualTo(YearMonth.of(2026, 9));
    assertThat(prolonged.settledMonth(LocalDateTime.parse("2026-10-02T12:00")))
        .isEqualTo(YearMonth.of(2026, 8));
    assertThat(prolonged.settlementMonth(LocalDateTime.parse("2026-10-03T00:00")))
        .isEqualTo(YearMonth.of(2026, 10));
  }

  @Test
  void practiceIsAlwaysOpenAndCountsMonthsByTheRule() {
    FilingCalendar practice = FilingCalendar.alwaysOpen(new FilingCalendar.Rule(11, 6));
    LocalDateTime closed = LocalDateTime.parse("2026-11-08T12:00");

    assertThat(practice.isOpen(closed)).isTrue();
    assertThat(practice.openAt(closed)).isEmpty();
    assertThat(practice.settlementMonth(closed)).isEqualTo(YearMonth.of(2026, 12));
  }

  @ParameterizedTest
  @CsvSource({"6, 11", "6, 6", "0, 0", "11, 0", "29, 6", "31, 6"})
  void daysThatSomeMonthsDoNotHaveOrThatOverlapAreRefused(int first, int last) {
    assertThatIllegalArgumentException().isThrownBy(() -> new FilingCalendar.Rule(first, last));
  }

  private static Window window(String month, String opens, String closes) {
    return new Window(
        YearMonth.parse(month), LocalDateTime.parse(opens), LocalDateTime.parse(closes));
  }
}
