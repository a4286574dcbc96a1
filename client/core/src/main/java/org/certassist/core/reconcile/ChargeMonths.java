package org.certassist.core.reconcile;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The months a line of a portal's list is for, first and last.
record ChargeMonths(YearMonth first, YearMonth last) {
  /// 202612, 20261201, 2026年12月, 2026-12, 2026/12/01, each with whatever else but digits behind it.
  private static final Pattern MONTH =
      Pattern.compile(
          """
          (20\\d{2})
          (?: (0[1-9]|1[0-2]) (?:[0-3]\\d)?
            | \\s?年\\s? (0?[1-9]|1[0-2]) (?:\\s?月 (?:\\s?[0-3]?\\d\\s?日)?)?
            | \\s?([./-])\\s? (0?[1-9]|1[0-2]) (?:\\s?\\4\\s?[0-3]?\\d)?
          )
          (?:[T\\s]\\d{1,2}:[\\d:.]+)?
          \\D*
          """,
          Pattern.COMMENTS);

  /// What stands between two months: 至, a dash, a tilde.
  private static final Pattern BETWEEN = Pattern.compile("\\s?[-–—~～至到]+\\s?(?=20\\d{2})");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  /// Empty where the text cannot be read.
  static Optional<ChargeMonths> of(String text) {
    String[] parts = BETWEEN.split(BLANKS.matcher(text).replaceAll(" ").strip(), -1);
    Optional<YearMonth> first = month(parts[0]);
    Optional<YearMonth> last = parts.length == 1 ? first : month(parts[1]);
    return parts.length > 2
        ? Optional.empty()
        : first.flatMap(
            from -> last.filter(to -> !to.isBefore(from)).map(to -> new ChargeMonths(from, to)));
  }

  private static Optional<YearMonth> month(String text) {
    Matcher found = MONTH.matcher(text);
    return found.matches()
        ? Stream.of(2, 3, 5)
            .filter(month -> found.start(month) >= 0)
            .map(month ->
                YearMonth.of(
                    Integer.parseInt(found.group(1)), Integer.parseInt(found.group(month))))
            .findFirst()
        : Optional.empty();
  }

  boolean include(YearMonth month) {
    return !month.isBefore(first) && !month.isAfter(last);
  }
}
