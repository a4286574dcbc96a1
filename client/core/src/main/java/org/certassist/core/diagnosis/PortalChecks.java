package org.certassist.core.diagnosis;

import java.time.LocalDateTime;
import org.certassist.core.diagnosis.Pc.LineFacts;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.time.ClockReading;

/// The way to the portal, its clock and its calendar.
final class PortalChecks {
  private PortalChecks() {}

  static CheckResult portal(Pc pc) throws InterruptedException {
    LineFacts line = pc.line();
    if (line.host().isEmpty()) {
      return CheckResult.unknown(CheckId.PORTAL, "noPortal");
    }
    String host = line.host().get();
    return line.trouble()
        .map(cause ->
            cause == Cause.CLOCK_OFF
                ? CheckResult.failed(CheckId.PORTAL, cause)
                : CheckResult.failed(CheckId.PORTAL, cause, host, line.detail()))
        .orElseGet(() -> CheckResult.ok(CheckId.PORTAL, host));
  }

  static CheckResult clock(Pc pc) throws InterruptedException {
    ClockReading clock = pc.line().clock();
    if (clock.portal().isEmpty()) {
      return CheckResult.unknown(CheckId.CLOCK, "noClock");
    }
    String seconds = String.valueOf(clock.ahead().toSeconds());
    return clock.isOff()
        ? CheckResult.failed(CheckId.CLOCK, Cause.CLOCK_OFF, seconds)
        : CheckResult.ok(CheckId.CLOCK, seconds);
  }

  /// A closed window is nobody's fault, and nothing on this PC is broken.
  static CheckResult calendar(Pc pc) throws InterruptedException {
    FilingCalendar calendar = pc.profile().calendar();
    if (calendar.opening() == FilingCalendar.Opening.NOT_KNOWN) {
      return CheckResult.unknown(CheckId.CALENDAR, "notKnown");
    }
    LocalDateTime now = pc.line().clock().shanghai();
    if (calendar.isOpen(now)) {
      return CheckResult.ok(CheckId.CALENDAR, calendar.settlementMonth(now).toString());
    }
    return CheckResult.warning(
        CheckId.CALENDAR,
        Cause.CALENDAR_CLOSED,
        calendar.window(calendar.settlementMonth(now)).firstDay().toString());
  }
}
