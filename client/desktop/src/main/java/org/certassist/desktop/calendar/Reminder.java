package org.certassist.desktop.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;

/// Something that comes due.
sealed interface Reminder {
  /// The open window closes soon.
  record ClosesSoon(Duration left) implements Reminder {}

  /// Filing is closed; only what is meant for these days can be filed.
  record Closed(LocalDate opens) implements Reminder {}

  /// Declarations that left this PC, of which it is not known whether the portal has them.
  record NotYetKnown(int declarations) implements Reminder {}

  /// Declarations of the window in question that are not sent or not handed in yet.
  record StillToFile(int declarations, boolean closesSoon) implements Reminder {}

  /// Declarations that were made for a window that is over, and are still not filed.
  record TooLate(int declarations, YearMonth latest) implements Reminder {}

  /// A plugged-in certificate does not last until the next window is over.
  record CertificateEnds(String holder, LocalDate day, LocalDate nextWindowEnds)
      implements Reminder {}
}
