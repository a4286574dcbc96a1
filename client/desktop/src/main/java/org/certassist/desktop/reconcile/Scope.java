package org.certassist.desktop.reconcile;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.certassist.core.declaration.Unit;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.FilingCalendar.Window;

/// For which month and which unit the charge is looked at.
///
/// @param settled the month there is to pay
/// @param window of the month that is looked at
/// @param units that were filed for, the latest first
/// @param unit the one that is looked at; empty where none was filed for
record Scope(
    YearMonth month,
    YearMonth settled,
    Window window,
    MonthNote note,
    List<Unit> units,
    Optional<Unit> unit) {
  private static final int MONTHS_BACK = 24;

  Scope {
    units = List.copyOf(units);
  }

  /// What she should know of the month.
  enum MonthNote {
    /// Its window was the last to close.
    SETTLED,
    EARLIER,
    /// What is filed until its window closes changes the charge.
    NOT_CLOSED,
    /// No source says when the windows are.
    NOT_KNOWN
  }

  /// The month there is to pay, and no unit yet.
  static Scope at(FilingCalendar calendar, LocalDateTime now) {
    return of(calendar.settledMonth(now), calendar, now, List.of(), Optional.empty());
  }

  private static Scope of(
      YearMonth month,
      FilingCalendar calendar,
      LocalDateTime now,
      List<Unit> units,
      Optional<Unit> unit) {
    Window window = calendar.window(month);
    YearMonth settled = calendar.settledMonth(now);
    return new Scope(month, settled, window, note(month, settled, window, calendar), units, unit);
  }

  private static MonthNote note(
      YearMonth month, YearMonth settled, Window window, FilingCalendar calendar) {
    if (calendar.rule().isEmpty()) {
      return MonthNote.NOT_KNOWN;
    }
    if (month.equals(settled)) {
      return MonthNote.SETTLED;
    }
    return window.settlementMonth().isAfter(settled) ? MonthNote.NOT_CLOSED : MonthNote.EARLIER;
  }

  Scope in(YearMonth other, FilingCalendar calendar, LocalDateTime now) {
    return of(other, calendar, now, units, unit);
  }

  /// Of several units the one looked at stays; else it is the one that was filed for last.
  Scope among(List<Unit> found) {
    Optional<Unit> stays =
        unit.flatMap(now ->
            found.stream().filter(one -> one.creditCode().equals(now.creditCode())).findFirst());
    return new Scope(
        month, settled, window, note, found, stays.or(() -> found.stream().findFirst()));
  }

  Scope of(Unit other) {
    return new Scope(month, settled, window, note, units, Optional.of(other));
  }

  /// The months there are to choose from, the coming one first.
  List<YearMonth> months() {
    return IntStream.rangeClosed(-1, MONTHS_BACK).mapToObj(settled::minusMonths).toList();
  }
}
