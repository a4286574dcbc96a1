package org.certassist.practice.portal;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.certassist.core.profile.FilingCalendar;

/// Reads a declaration's exact bytes strictly: canonical, every member known, every value of its
/// form.
final class DeclarationCheck {
  static final int MOST_ROWS = 5000;

  private static final Set<String> MEMBERS =
      Set.of(
          "attachments",
          "createdAt",
          "id",
          "kind",
          "kindVersion",
          "profile",
          "rows",
          "schema",
          "settlementMonth",
          "unit");
  private static final Set<String> UNIT_MEMBERS = Set.of("creditCode", "name", "type");
  private static final Set<String> UNIT_TYPES = Set.of("普通", "人力资源服务", "劳务派遣");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final int LAST_EXCEL_ROW = 1 << 20;

  private final Map<String, RowSchema> kinds = RowSchema.load();
  private final FilingCalendar calendar = FilingCalendar.alwaysOpen(new FilingCalendar.Rule(11, 6));

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /// Reads what was sent.
  ///
  /// @param now Asia/Shanghai
  Outcome<Declaration> read(byte[] bytes, String expectedId, LocalDateTime now) {
    Outcome<Declaration> read = read(bytes, expectedId);
    return read instanceof Outcome.Fine<Declaration>(Declaration declaration)
            && !isOpen(declaration.settlementMonth(), now)
        ? new Outcome.Refused<>(Problem.WINDOW_CLOSED)
        : read;
  }

  /// Reads what was accepted before, whenever that was.
  Declaration stored(byte[] bytes, String id) {
    return switch (read(bytes, id)) {
      case Outcome.Fine<Declaration>(Declaration declaration) -> declaration;
      case Outcome.Refused<Declaration>(Problem problem) ->
          throw new IllegalStateException("stored declaration: " + problem.reason());
    };
  }

  private Outcome<Declaration> read(byte[] bytes, String expectedId) {
    Optional<Map<String, Object>> parsed = Json.object(bytes);
    if (parsed.isEmpty()) {
      return malformed("json", "");
    }
    Map<String, Object> document = parsed.get();
    if (!Json.isCanonical(document, bytes)) {
      return malformed("not-canonical", "");
    }
    if (!document.keySet().equals(MEMBERS)) {
      return malformed("members", "");
    }
    Optional<String> flaw = flaw(document, expectedId);
    if (flaw.isPresent()) {
      return malformed("member-form", flaw.get());
    }
    RowSchema schema = kinds.get(document.get("kind"));
    if (schema == null || !member(document, "kindVersion").equals(schema.version())) {
      return new Outcome.Refused<>(Problem.KIND_UNKNOWN);
    }
    List<?> rows = (List<?>) member(document, "rows");
    if (rows.size() > MOST_ROWS) {
      return new Outcome.Refused<>(Problem.TOO_MANY_ROWS);
    }
    return rows(schema, document, rows);
  }

  /// The first member of the document that has not its form.
  private static Optional<String> flaw(Map<String, Object> document, String expectedId) {
    for (String name : List.of("createdAt", "id", "kind", "profile", "schema", "settlementMonth")) {
      if (!(document.get(name) instanceof String)) {
        return Optional.of(name);
      }
    }
    Map<String, Boolean> checks = new LinkedHashMap<>();
    checks.put("schema", text(document, "schema").equals("certassist-declaration/1"));
    checks.put("profile", text(document, "profile").equals("practice"));
    checks.put("id", isId(text(document, "id")) && text(document, "id").equals(expectedId));
    checks.put("createdAt", isTime(text(document, "createdAt")));
    checks.put("settlementMonth", RowSchema.isMonth(text(document, "settlementMonth")));
    checks.put("kindVersion", document.get("kindVersion") instanceof Long);
    checks.put("attachments", List.of().equals(document.get("attachments")));
    checks.put("unit", isUnit(member(document, "unit")));
    checks.put("rows", document.get("rows") instanceof List<?> rows && !rows.isEmpty());
    return checks.entrySet().stream()
        .filter(check -> !check.getValue())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isTime(String value) {
    try {
      return OffsetDateTime.parse(value).getOffset().getTotalSeconds() == 8 * 3600;
    } catch (DateTimeParseException notOne) {
      return false;
    }
  }

  private static boolean isUnit(Object value) {
    return value instanceof Map<?, ?> unit
        && unit.keySet().equals(UNIT_MEMBERS)
        && unit.values().stream().allMatch(member -> member instanceof String)
        && UNIT_TYPES.contains((String) unit.get("type"));
  }

  /// Practice is always open, but nobody files for a month that is long past or far ahead.
  private boolean isOpen(YearMonth month, LocalDateTime now) {
    YearMonth current = calendar.settlementMonth(now);
    return !month.isBefore(current.minusMonths(1)) && !month.isAfter(current.plusMonths(1));
  }

  private static Outcome<Declaration> rows(
      RowSchema schema, Map<String, Object> document, List<?> rows) {
    List<Declaration.Row> read = new ArrayList<>();
    long last = 0;
    for (Object each : rows) {
      Optional<Map<String, Object>> row = Json.object(each);
      if (row.isEmpty()
          || !(row.get().remove("row") instanceof Long number)
          || number <= last
          || number > LAST_EXCEL_ROW) {
        return malformed("row-number", "rows");
      }
      last = number;
      Map<String, String> values = new LinkedHashMap<>();
      for (Map.Entry<String, Object> member : row.get().entrySet()) {
        if (!(member.getValue() instanceof String text)) {
          return malformed("member-form", place(number, ""));
        }
        values.put(member.getKey(), text);
      }
      Optional<RowSchema.Flaw> flaw = schema.flaw(values);
      if (flaw.isPresent()) {
        return malformed(flaw.get().reason(), place(number, flaw.get().member()));
      }
      read.add(new Declaration.Row(number.intValue(), values));
    }
    Map<String, Object> unit = Json.object(member(document, "unit")).orElseThrow();
    Declaration.Party party =
        new Declaration.Party(text(unit, "creditCode"), text(unit, "name"), text(unit, "type"));
    YearMonth month = YearMonth.parse(text(document, "settlementMonth"));
    return new Outcome.Fine<>(
        new Declaration(text(document, "id"), schema.kind(), month, party, read));
  }

  private static String place(long row, String member) {
    return "第" + row + "行" + (member.isEmpty() ? "" : "，" + member);
  }

  private static String text(Map<String, Object> object, String member) {
    return (String) member(object, member);
  }

  private static Object member(Map<String, Object> object, String member) {
    return Objects.requireNonNull(object.get(member));
  }

  private static Outcome<Declaration> malformed(String reason, String place) {
    return new Outcome.Refused<>(Problem.malformed(reason, place));
  }
}
