package org.certassist.practice.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.certassist.practice.people.PracticeSample;
import org.certassist.practice.people.PracticeUnit;

/// Declarations as a good client writes them.
final class Documents {
  static final String MONTH = "2026-12";

  private Documents() {}

  static String id() {
    return UUID.randomUUID().toString();
  }

  static Map<String, Object> document(
      String id, String kind, PracticeUnit unit, List<Map<String, Object>> rows) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("attachments", List.of());
    document.put("createdAt", "2026-11-22T10:00:00+08:00");
    document.put("id", id);
    document.put("kind", kind);
    document.put("kindVersion", 1);
    document.put("profile", "practice");
    document.put("rows", rows);
    document.put("schema", "certassist-declaration/1");
    document.put("settlementMonth", MONTH);
    document.put(
        "unit", Map.of("creditCode", unit.creditCode(), "name", unit.name(), "type", "普通"));
    return document;
  }

  /// An enrolment of fresh persons, all of whom are accepted.
  static Map<String, Object> enrolment(String id, int persons) {
    return document(id, "enrolment", PracticeUnit.PRACTICE, enrolmentRows(persons));
  }

  static List<Map<String, Object>> enrolmentRows(int persons) {
    PracticeSample sample =
        PracticeSample.enrolment(persons, LocalDate.of(2026, 11, 22), new Random());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < sample.rows().size(); i++) {
      if (i != sample.refused()) {
        Map<String, Object> row = new LinkedHashMap<>(sample.rows().get(i));
        row.put("row", 4 + rows.size());
        rows.add(row);
      }
    }
    return rows;
  }

  static Map<String, Object> termination(int row, String number, String name, String reason) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("row", row);
    values.put("idType", "居民身份证");
    values.put("idNumber", number);
    values.put("name", name);
    values.put("reason", reason);
    values.put("stopDate", "2026-11-20");
    return values;
  }
}
