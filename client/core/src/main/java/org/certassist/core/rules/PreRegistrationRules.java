package org.certassist.core.rules;

import org.certassist.core.profile.FilingCalendar;

/// Pre-registration is for people hired on the days on which filing is closed, and is filed on them
/// (docs/sources.md, 002 part 2). Where filing is always open, it may be practised on any day;
/// where the windows are not known, nothing is said.
final class PreRegistrationRules {
  private PreRegistrationRules() {}

  static void window(Situation situation, Report report) {
    FilingCalendar calendar = situation.calendar();
    if (calendar.hasWindows()) {
      calendar
          .openAt(situation.now())
          .ifPresent(open ->
              report.foundInUnit(
                  Rule.PRE_REGISTRATION_WINDOW_OPEN, "", "", open.lastDay().toString()));
    }
  }

  static void workStart(CheckedRow row, Situation situation, Report report) {
    if (situation.calendar().opening() == FilingCalendar.Opening.NOT_KNOWN) {
      return;
    }
    FilingCalendar.Window closed = situation.calendar().closedBefore(situation.settlementMonth());
    row.date("workStart")
        .filter(start -> !closed.touches(start))
        .ifPresent(start ->
            report.found(
                Rule.PRE_REGISTRATION_WORK_START,
                row.row(),
                "workStart",
                start.toString(),
                closed.firstDay().toString(),
                closed.lastDay().toString()));
  }
}
