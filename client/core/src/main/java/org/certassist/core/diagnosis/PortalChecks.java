package org.certassist.core.diagnosis;

import java.time.LocalDateTime;
import org.certassist.core.diagnosis.Pc.LineFacts;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.time.ClockReading;

/// The way to the portal, its clock and its calendar.
final class PortalChecks {
  private PortalChecks() {}

  static Finding portal(Pc pc) throws InterruptedException {
    LineFacts line = pc.line();
    if (line.host().isEmpty()) {
      return Finding.unknown(CheckId.PORTAL, "noPortal");
    }
    String host = line.host().get();
    return line.trouble()
        .map(cause ->
            cause == Cause.CLOCK_OFF
                ? Finding.failed(CheckId.PORTAL, cause)
                : Finding.failed(CheckId.PORTAL, cause, host, line.detail()))
        .orElseGet(() -> Finding.ok(CheckId.PORTAL, host));
  }

  static Finding clock(Pc pc) throws InterruptedException {
    ClockReading clock = pc.line().clock();
    if (clock.portal().isEmpty()) {
      return Finding.unknown(CheckId.CLOCK, "noClock");
    }
    String seconds = String.valueOf(clock.ahead().toSeconds());
    return clock.isOff()
        ? Finding.failed(CheckId.CLOCK, Cause.CLOCK_OFF, seconds)
        : Finding.ok(CheckId.CLOCK, seconds);
  }

  /// A closed window is nobody's fault, and nothing on this PC is broken.
  static Finding calendar(Pc pc) throws InterruptedException {
    FilingCalendar calendar = pc.profile().calendar();
    if (calendar.opening() == FilingCalendar.Opening.NOT_KNOWN) {
      return Finding.unknown(CheckId.CALENDAR, "notKnown");
    }
    LocalDateTime now = pc.line().clock().shanghai();
    if (calendar.isOpen(now)) {
      return Finding.ok(CheckId.CALENDAR, calendar.settlementMonth(now).toString());
    }
    return Finding.warning(
        CheckId.CALENDAR,
        Cause.CALENDAR_CLOSED,
        calendar.window(calendar.settlementMonth(now)).firstDay().toString());
  }
}
