package org.certassist.core.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The same person twice in one file: the portal would take the first and refuse the second.
final class DuplicatePeople {
  private DuplicatePeople() {}

  static void check(List<CheckedRow> rows, Report report) {
    Map<String, Integer> first = new HashMap<>();
    for (CheckedRow row : rows) {
      row.text("idNumber")
          .ifPresent(number -> {
            Integer earlier = first.putIfAbsent(key(row, number), row.row());
            if (earlier != null) {
              report.found(Rule.ROW_SAME_PERSON, row.row(), "idNumber", number, earlier.toString());
            }
          });
    }
  }

  /// Eighteen characters are one person's under any type; a shorter number may belong to a passport
  /// and a travel permit alike.
  private static String key(CheckedRow row, String number) {
    return IdNumbers.hasForm(number) ? number : row.text("idType").orElse("") + " " + number;
  }
}
