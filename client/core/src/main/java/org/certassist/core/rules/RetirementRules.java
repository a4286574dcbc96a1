package org.certassist.core.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.profile.FilingCalendar;

/// Rules about an application for retirement. Whose woman's age is 50 and whose 55 the columns do
/// not say, so the lower one counts everywhere.
final class RetirementRules {
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final String FOR_ILLNESS = "因病退休";
  private static final int YOUNGEST_WORKER = 14;

  /// 国发〔1978〕104号.
  private static final int MANS_AGE = 60;

  private static final int WOMANS_AGE = 50;
  private static final int ILL_MANS_AGE = 50;
  private static final int ILL_WOMANS_AGE = 45;

  private RetirementRules() {}

  /// From the opening of the window to the end of that month, on working days; what is announced
  /// about holidays is not known here.
  static void window(Situation situation, Report report) {
    FilingCalendar calendar = situation.calendar();
    boolean open =
        calendar
            .openAt(situation.now())
            .filter(
                window -> YearMonth.from(window.opens()).equals(YearMonth.from(situation.today())))
            .filter(_ -> !WEEKEND.contains(situation.today().getDayOfWeek()))
            .isPresent();
    if (calendar.hasWindows() && !open) {
      report.foundInUnit(Rule.RETIREMENT_WINDOW, "", "");
    }
  }

  static void workedSince(CheckedRow row, Situation situation, Report report) {
    row.date("workedSince").ifPresent(since -> workedSince(row, since, situation.today(), report));
  }

  private static void workedSince(CheckedRow row, LocalDate since, LocalDate today, Report report) {
    if (since.isAfter(today)) {
      report.found(
          Rule.RETIREMENT_WORK_TO_COME,
          row.row(),
          "workedSince",
          since.toString(),
          today.toString());
    } else if (born(row)
        .filter(born -> since.isBefore(born.plusYears(YOUNGEST_WORKER)))
        .isPresent()) {
      report.found(
          Rule.RETIREMENT_WORK_TOO_EARLY,
          row.row(),
          "workedSince",
          since.toString(),
          Integer.toString(YOUNGEST_WORKER));
    }
  }

  /// Nobody retires before the ages of 国发〔1978〕104号: they still bound the flexible retirement of
  /// 2025.
  static void age(CheckedRow row, Situation situation, Report report) {
    int age = youngest(row);
    row.month("retireMonth")
        .filter(month -> isBefore(row, month, age))
        .ifPresent(month ->
            report.found(
                Rule.RETIREMENT_TOO_YOUNG,
                row.row(),
                "retireMonth",
                month.toString(),
                Integer.toString(age)));
  }

  /// The legal age rises month by month from 2025-01-01 on (2024-09-13, 全国人民代表大会常务委员会关于
  /// 实施渐进式延迟法定退休年龄的决定); whoever goes earlier has chosen to and said so in writing.
  static void legalAge(CheckedRow row, Situation situation, Report report) {
    Optional<YearMonth> legal =
        born(row).map(born -> legalMonth(YearMonth.from(born), isMans(row)));
    row.month("retireMonth")
        .filter(_ -> !row.is("retirementType", FOR_ILLNESS))
        .filter(month -> !isBefore(row, month, youngest(row)))
        .filter(month -> legal.filter(month::isBefore).isPresent())
        .ifPresent(month ->
            report.found(
                Rule.RETIREMENT_BEFORE_LEGAL_AGE,
                row.row(),
                "retireMonth",
                month.toString(),
                legal.map(YearMonth::toString).orElse("")));
  }

  /// Men: a month later for every four months that they were born after 1964, up to 63 years.
  /// Women: for every two months after 1974, up to 55.
  static YearMonth legalMonth(YearMonth born, boolean man) {
    YearMonth first = man ? YearMonth.of(1965, 1) : YearMonth.of(1975, 1);
    long after = ChronoUnit.MONTHS.between(first, born);
    long later = after < 0 ? 0 : Math.min(man ? 36 : 60, after / (man ? 4 : 2) + 1);
    return born.plusYears(man ? MANS_AGE : WOMANS_AGE).plusMonths(later);
  }

  private static boolean isBefore(CheckedRow row, YearMonth month, int age) {
    return born(row)
        .filter(born -> month.isBefore(YearMonth.from(born).plusYears(age)))
        .isPresent();
  }

  private static int youngest(CheckedRow row) {
    if (row.is("retirementType", FOR_ILLNESS)) {
      return isMans(row) ? ILL_MANS_AGE : ILL_WOMANS_AGE;
    }
    return isMans(row) ? MANS_AGE : WOMANS_AGE;
  }

  private static boolean isMans(CheckedRow row) {
    return PersonRules.number(row).filter(IdNumbers::isMans).isPresent();
  }

  private static Optional<LocalDate> born(CheckedRow row) {
    return PersonRules.number(row).flatMap(IdNumbers::birthDate);
  }
}
