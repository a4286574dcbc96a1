package org.certassist.core.filing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.time.ShanghaiTime;

/// How long a certificate still lasts, in days of Asia/Shanghai, and whether that is to be said.
///
/// @param daysLeft 0 on its last day, negative after it
public record Expiry(ExpiryNotice notice, long daysLeft) {
  /// Certificates are sold by the year (docs/sources.md, 000), and a new key comes by post (002
  /// annex 2): two months are time enough to see to it, one month is the last call (our own
  /// choice).
  public static final int FIRST_NOTICE_DAYS = 60;

  public static final int LAST_CALL_DAYS = 30;

  /// @param end the last moment at which the certificate is valid
  public static Expiry of(Instant end, FilingOutlook outlook) {
    LocalDateTime ends = ShanghaiTime.of(end).toLocalDateTime();
    long days = ChronoUnit.DAYS.between(outlook.now().toLocalDate(), ends.toLocalDate());
    return new Expiry(notice(ends.isBefore(outlook.now()), days, end, outlook), days);
  }

  private static ExpiryNotice notice(boolean ended, long days, Instant end, FilingOutlook outlook) {
    if (ended) {
      return ExpiryNotice.ENDED;
    }
    if (days <= LAST_CALL_DAYS) {
      return ExpiryNotice.WITHIN_30_DAYS;
    }
    if (outlook.opening() != FilingCalendar.Opening.NOT_KNOWN
        && outlook.endsBeforeNextIsOver(end)) {
      return ExpiryNotice.BEFORE_NEXT_WINDOW;
    }
    return days <= FIRST_NOTICE_DAYS ? ExpiryNotice.WITHIN_60_DAYS : ExpiryNotice.NONE;
  }
}
