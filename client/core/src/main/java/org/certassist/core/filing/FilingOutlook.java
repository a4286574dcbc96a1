package org.certassist.core.filing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.FilingCalendar.Window;
import org.certassist.core.time.ShanghaiTime;

/// A region's calendar as it looks at one moment: which window is meant, how long it is open, which
/// one comes after it.
///
/// @param now in Asia/Shanghai
/// @param window the open window, else the coming one
/// @param next the window after that
public record FilingOutlook(
    LocalDateTime now, FilingCalendar.Opening opening, Window window, Window next) {
  /// Clerks file on the last evening: from three days before its end a window is said to close (our
  /// own choice).
  public static final Duration SOON = Duration.ofDays(3);

  public static FilingOutlook of(FilingCalendar calendar, LocalDateTime now) {
    Window window = calendar.window(calendar.settlementMonth(now));
    return new FilingOutlook(
        now,
        calendar.opening(),
        window,
        calendar.window(calendar.settlementMonth(window.closes())));
  }

  /// Whether the window is open; practice files at any time, and where nobody knows the windows
  /// this says nothing.
  public boolean isOpen() {
    return window.contains(now);
  }

  /// How long the window is still open; empty where it is not, or where no source gives it.
  public Optional<Duration> left() {
    return isOpen() && opening == FilingCalendar.Opening.IN_WINDOWS
        ? Optional.of(Duration.between(now, window.closes()))
        : Optional.empty();
  }

  public boolean closesSoon() {
    return left().filter(left -> left.compareTo(SOON) <= 0).isPresent();
  }

  /// Whether what ends then cannot be used for the whole of the next window.
  public boolean endsBeforeNextIsOver(Instant end) {
    return ShanghaiTime.of(end).toLocalDateTime().isBefore(next.closes());
  }
}
