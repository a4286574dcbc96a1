package org.certassist.core.rules;

import java.util.HashSet;
import java.util.Set;

/// The first four digits of every region code that was in force at the end of a year from 1981 to
/// 2024 (GB/T 2260; docs/sources.md): a number keeps the code of the place and year it was given
/// in, abolished ones included.
final class RegionCodes {
  /// Province, then its prefectures. Taiwan, Hong Kong and Macau have none.
  private static final String PREFECTURES =
      """
      11 01-02
      12 01-02
      13 01-11 21-30 90
      14 01-11 21-27 90
      15 01-09 21-29
      21 01-14 21-22 90
      22 01-08 21-26 90
      23 01-12 21-27 90
      31 01-02
      32 01-13 21-27 90
      33 01-11 21-27 90
      34 01-18 21-29
      35 01-09 21-27 90
      36 01-11 21-26 90
      37 01-17 21-29 90
      41 01-17 21-30 90
      42 01-13 21-29 90
      43 01-13 21-31 90
      44 01-29 51-53 90
      45 01-14 21-28
      46 00-04 90
      50 01-03
      51 01-39 90
      52 01-06 21-27
      53 01-09 21-35
      54 01-06 21-27
      61 01-10 21-27
      62 01-12 21-30
      63 01-02 21-28
      64 01-05 21-22
      65 01-05 21-32 40-43 90
      71 00-99
      81 00-99
      82 00-99
      """;

  private static final Set<String> KNOWN = read();

  private RegionCodes() {}

  /// @param code six digits; the last two, county or district, are not looked at
  static boolean isKnown(String code) {
    return KNOWN.contains(code.substring(0, 4));
  }

  /// @param province two digits
  static boolean isProvince(String province) {
    return KNOWN.stream().anyMatch(known -> known.startsWith(province));
  }

  private static Set<String> read() {
    Set<String> known = new HashSet<>();
    for (String line : PREFECTURES.lines().toList()) {
      String province = line.substring(0, 2);
      for (String span : line.substring(3).split(" ", -1)) {
        int from = Integer.parseInt(span, 0, 2, 10);
        int to = Integer.parseInt(span, span.length() - 2, span.length(), 10);
        for (int prefecture = from; prefecture <= to; prefecture++) {
          known.add(province + (prefecture < 10 ? "0" : "") + prefecture);
        }
      }
    }
    return Set.copyOf(known);
  }
}
