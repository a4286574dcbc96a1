package org.certassist.core.profile;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// When a region's filing window is open and which settlement month it belongs to; times are
/// Asia/Shanghai.
///
/// The settlement month of a window is the month in which it ends (docs/sources.md, 002 annex 1).
/// Outside every window it is the coming window's.
///
/// @param alwaysOpen practice only: filing is open at any time, settlement months follow the rule
///   all the same
/// @param firstDay the day of a month on which the window opens at 00:00
/// @param lastDay the last day of the window, in the next month, until 24:00
/// @param exceptions announced windows that replace the rule's window of their settlement month
public record FilingCalendar(
    boolean alwaysOpen, int firstDay, int lastDay, List<Window> exceptions) {
  private static final int DAYS_OF_EVERY_MONTH = 28;

  public FilingCalendar {
    exceptions = List.copyOf(exceptions);
    if (lastDay < 1 || firstDay <= lastDay || firstDay > DAYS_OF_EVERY_MONTH) {
      throw new IllegalArgumentException(
          "the window must open after the day it closes on, both days of every month");
    }
  }

  /// A span in which filing is open.
  ///
  /// @param closes the first moment after it
  public record Window(YearMonth settlementMonth, LocalDateTime opens, LocalDateTime closes) {
    boolean contains(LocalDateTime time) {
      return !time.isBefore(opens) && time.isBefore(closes);
    }

    public LocalDate firstDay() {
      return opens.toLocalDate();
    }

    public LocalDate lastDay() {
      return closes.minusNanos(1).toLocalDate();
    }

    /// Whether at least a part of a day lies in it.
    public boolean touches(LocalDate day) {
      return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }
  }

  /// The window of a settlement month.
  public Window window(YearMonth settlementMonth) {
    return exceptions.stream()
        .filter(window -> window.settlementMonth().equals(settlementMonth))
        .findFirst()
        .orElseGet(() ->
            new Window(
                settlementMonth,
                settlementMonth.minusMonths(1).atDay(firstDay).atStartOfDay(),
                settlementMonth.atDay(lastDay).plusDays(1).atStartOfDay()));
  }

  /// The days between the window before and this month's, on which filing is closed: 7th–10th by
  /// the rule.
  public Window closedBefore(YearMonth settlementMonth) {
    LocalDateTime begins = window(settlementMonth.minusMonths(1)).closes();
    LocalDateTime ends = window(settlementMonth).opens();
    return new Window(settlementMonth, begins, ends);
  }

  /// All the time that belongs to a settlement month: its window and the closed days before it.
  public Window period(YearMonth settlementMonth) {
    return new Window(
        settlementMonth, closedBefore(settlementMonth).opens(), window(settlementMonth).closes());
  }

  /// The window that is open at a time, if one is.
  public Optional<Window> openAt(LocalDateTime time) {
    return candidates(time).stream().filter(window -> window.contains(time)).findFirst();
  }

  /// Whether filing is possible at a time.
  public boolean isOpen(LocalDateTime time) {
    return alwaysOpen || openAt(time).isPresent();
  }

  /// The open window's settlement month, else the coming window's.
  public YearMonth settlementMonth(LocalDateTime time) {
    return candidates(time).stream()
        .filter(window -> time.isBefore(window.closes()))
        .map(Window::settlementMonth)
        .findFirst()
        .orElseThrow();
  }

  private List<Window> candidates(LocalDateTime time) {
    YearMonth month = YearMonth.from(time);
    return List.of(
        window(month.minusMonths(1)),
        window(month),
        window(month.plusMonths(1)),
        window(month.plusMonths(2)),
        window(month.plusMonths(3)));
  }
}
