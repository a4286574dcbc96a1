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
            Integer earlier = first.putIfAbsent(number, row.row());
            if (earlier != null) {
              report.error("row.samePerson", row.row(), "idNumber", number, earlier.toString());
            }
          });
    }
  }
}
