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
/// @param rule empty where no source says it: then every calendar month counts as one window
/// @param exceptions announced windows that replace the rule's window of their settlement month
public record FilingCalendar(Opening opening, Optional<Rule> rule, List<Window> exceptions) {
  private static final int DAYS_OF_EVERY_MONTH = 28;

  public FilingCalendar {
    exceptions = List.copyOf(exceptions);
    if (rule.isEmpty() && opening == Opening.IN_WINDOWS) {
      throw new IllegalArgumentException("windows need a rule");
    }
  }

  public static FilingCalendar inWindows(Rule rule, List<Window> exceptions) {
    return new FilingCalendar(Opening.IN_WINDOWS, Optional.of(rule), exceptions);
  }

  /// Practice only: settlement months follow the rule all the same.
  public static FilingCalendar alwaysOpen(Rule rule) {
    return new FilingCalendar(Opening.ALWAYS, Optional.of(rule), List.of());
  }

  public static FilingCalendar notKnown() {
    return new FilingCalendar(Opening.NOT_KNOWN, Optional.empty(), List.of());
  }

  /// When filing is possible.
  public enum Opening {
    /// In the windows only.
    IN_WINDOWS("in-windows"),
    ALWAYS("always"),
    /// No source says it, so nothing is warned of.
    NOT_KNOWN("not-known");

    private final String word;

    Opening(String word) {
      this.word = word;
    }

    /// The name in profile files and in JSON.
    public String word() {
      return word;
    }
  }

  /// The days on which every month's window opens and closes.
  ///
  /// @param firstDay the day of a month on which the window opens at 00:00
  /// @param lastDay the last day of the window, in the next month, until 24:00
  public record Rule(int firstDay, int lastDay) {
    public Rule {
      if (lastDay < 1 || firstDay <= lastDay || firstDay > DAYS_OF_EVERY_MONTH) {
        throw new IllegalArgumentException(
            "the window must open after the day it closes on, both days of every month");
      }
    }

    Window window(YearMonth settlementMonth) {
      return new Window(
          settlementMonth,
          settlementMonth.minusMonths(1).atDay(firstDay).atStartOfDay(),
          settlementMonth.atDay(lastDay).plusDays(1).atStartOfDay());
    }
  }

  /// A span in which filing is open.
  ///
  /// @param closes the first moment after it
  public record Window(YearMonth settlementMonth, LocalDateTime opens, LocalDateTime closes) {
    public boolean contains(LocalDateTime time) {
      return !time.isBefore(opens) && time.isBefore(closes);
    }

    private static Window wholeMonth(YearMonth month) {
      return new Window(
          month, month.atDay(1).atStartOfDay(), month.plusMonths(1).atDay(1).atStartOfDay());
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

  /// Whether filing is possible only in windows, and they are known.
  public boolean hasWindows() {
    return opening == Opening.IN_WINDOWS;
  }

  /// The window of a settlement month.
  public Window window(YearMonth settlementMonth) {
    return exceptions.stream()
        .filter(window -> window.settlementMonth().equals(settlementMonth))
        .findFirst()
        .orElseGet(() ->
            rule.map(days -> days.window(settlementMonth))
                .orElseGet(() -> Window.wholeMonth(settlementMonth)));
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

  /// Whether filing is possible at a time, as far as anybody knows.
  public boolean isOpen(LocalDateTime time) {
    return opening != Opening.IN_WINDOWS || openAt(time).isPresent();
  }

  /// The open window's settlement month, else the coming window's.
  public YearMonth settlementMonth(LocalDateTime time) {
    return candidates(time).stream()
        .filter(window -> time.isBefore(window.closes()))
        .map(Window::settlementMonth)
        .findFirst()
        .orElseThrow();
  }

  /// The settlement month whose window was the last to close: its charge is the one there is to
  /// pay.
  public YearMonth settledMonth(LocalDateTime time) {
    return candidates(time).reversed().stream()
        .filter(window -> !time.isBefore(window.closes()))
        .map(Window::settlementMonth)
        .findFirst()
        .orElseThrow();
  }

  /// Begins two months back: last month's window may have been prolonged into this one.
  private List<Window> candidates(LocalDateTime time) {
    YearMonth month = YearMonth.from(time);
    return List.of(
        window(month.minusMonths(2)),
        window(month.minusMonths(1)),
        window(month),
        window(month.plusMonths(1)),
        window(month.plusMonths(2)),
        window(month.plusMonths(3)));
  }
}
