package org.certassist.datafiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.certassist.core.profile.FilingCalendar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The filing windows of 002: from the 11th 00:00 to the 6th 24:00, and the exceptions of 2021.
class JiangsuCalendarTest {
  @ParameterizedTest
  @CsvSource({
    // the rule
    "2026-11-06T23:59:59, true,  2026-11",
    "2026-11-07T00:00:00, false, 2026-12",
    "2026-11-10T23:59:59, false, 2026-12",
    "2026-11-11T00:00:00, true,  2026-12",
    "2026-11-22T12:00:00, true,  2026-12",
    "2026-12-31T23:59:59, true,  2027-01",
    "2027-01-01T00:00:00, true,  2027-01",
    "2027-01-06T23:59:59, true,  2027-01",
    "2027-01-08T00:00:00, false, 2027-02",
    "2028-02-29T12:00:00, true,  2028-03",
    // before the switch of 2021, and after it
    "2021-08-11T00:00:00, true,  2021-09",
    "2021-09-03T16:59:59, true,  2021-09",
    "2021-09-03T17:00:00, false, 2021-10",
    "2021-09-05T23:59:59, false, 2021-10",
    "2021-09-06T00:00:00, true,  2021-10",
    "2021-09-11T00:00:00, true,  2021-10",
    "2021-09-20T16:59:59, true,  2021-10",
    "2021-09-20T17:00:00, false, 2021-11",
    "2021-10-06T12:00:00, false, 2021-11",
    "2021-10-10T23:59:59, false, 2021-11",
    "2021-10-11T00:00:00, true,  2021-11",
    "2021-11-06T23:59:59, true,  2021-11",
    "2021-11-07T00:00:00, false, 2021-12",
    "2021-12-01T00:00:00, true,  2021-12",
  })
  void theWindowIsOpenForItsSettlementMonth(LocalDateTime time, boolean open, YearMonth month) {
    FilingCalendar calendar =
        new DataFileProfiles(Path.of("no-home")).find("jiangsu").orElseThrow().calendar();
    assertThat(calendar.isOpen(time)).isEqualTo(open);
    assertThat(calendar.settlementMonth(time)).isEqualTo(month);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-07T00:00:00, 2026-12",
    "2026-11-06T23:59:59, 2026-11",
    "2026-12-31T23:59:59, 2027-01",
  })
  void practiceIsOpenAtAnyTimeWithTheSameMonths(LocalDateTime time, YearMonth month) {
    FilingCalendar calendar =
        new DataFileProfiles(Path.of("no-home")).find("practice").orElseThrow().calendar();
    assertThat(calendar.isOpen(time)).isTrue();
    assertThat(calendar.settlementMonth(time)).isEqualTo(month);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30T12:00, true,  2026-09",
    "2026-10-02T12:00, true,  2026-09",
    "2026-10-03T00:00, false, 2026-10",
  })
  void aWindowMayBeProlongedBeyondItsMonth(LocalDateTime time, boolean open, YearMonth month) {
    FilingCalendar calendar =
        FilingCalendar.inWindows(
            new FilingCalendar.Rule(11, 6),
            List.of(
                new FilingCalendar.Window(
                    YearMonth.of(2026, 9),
                    LocalDateTime.parse("2026-08-11T00:00"),
                    LocalDateTime.parse("2026-10-03T00:00")),
                new FilingCalendar.Window(
                    YearMonth.of(2026, 10),
                    LocalDateTime.parse("2026-10-08T00:00"),
                    LocalDateTime.parse("2026-10-20T00:00"))));
    assertThat(calendar.isOpen(time)).isEqualTo(open);
    assertThat(calendar.settlementMonth(time)).isEqualTo(month);
  }
}
