package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import java.util.List;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.texts.Mask;
import org.jspecify.annotations.Nullable;

/// The document of `calendar --json`.
///
/// @param opening `in-windows`, `always` or `not-known`
/// @param open absent where the windows are not known
/// @param secondsLeft how long the window is still open, where it is
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarJson(
    String profile,
    String now,
    String opening,
    @Nullable Boolean open,
    WindowJson window,
    @Nullable Long secondsLeft,
    WindowJson next,
    List<EndingJson> certificates) {

  /// @param closes the first moment after it
  public record WindowJson(String settlementMonth, String opens, String closes) {
    static WindowJson of(FilingCalendar.Window window) {
      return new WindowJson(
          window.settlementMonth().toString(), time(window.opens()), time(window.closes()));
    }
  }

  /// A certificate that ends before the next window is over.
  public record EndingJson(@Nullable String organization, String sha256, String notAfter) {
    static EndingJson of(CertificateFacts facts) {
      return new EndingJson(
          Mask.of(facts).organization().orElse(null),
          facts.certificate().sha256(),
          ShanghaiTime.text(facts.notAfter()));
    }
  }

  public static CalendarJson of(
      String profile, FilingOutlook outlook, List<CertificateFacts> ending) {
    return new CalendarJson(
        profile,
        time(outlook.now()),
        outlook.opening().word(),
        outlook.opening() == FilingCalendar.Opening.NOT_KNOWN ? null : outlook.isOpen(),
        WindowJson.of(outlook.window()),
        outlook.left().map(left -> left.toSeconds()).orElse(null),
        WindowJson.of(outlook.next()),
        ending.stream().map(EndingJson::of).toList());
  }

  private static String time(LocalDateTime shanghai) {
    return ShanghaiTime.text(shanghai.atZone(ShanghaiTime.ZONE).toInstant());
  }
}
