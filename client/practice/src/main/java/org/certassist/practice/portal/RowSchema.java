package org.certassist.practice.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The members that a row of one kind may and must have, read from `kinds.json`.
record RowSchema(String kind, long version, Map<String, Member> members) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern MONEY = Pattern.compile("(0|[1-9][0-9]{0,9})\\.[0-9]{2}");
  private static final int LONGEST = 1000;

  /// One member.
  ///
  /// @param fits whether a value has its form
  record Member(boolean required, Predicate<String> fits) {}

  /// What is wrong with a row.
  ///
  /// @param member the json name; empty where it is unknown to the kind
  record Flaw(String reason, String member) {}

  /// The kinds this portal takes, by id.
  static Map<String, RowSchema> load() {
    try (InputStream file =
        Objects.requireNonNull(RowSchema.class.getResourceAsStream("kinds.json"))) {
      Map<String, RowSchema> kinds = new LinkedHashMap<>();
      Map<String, Object> root = Json.object(file.readAllBytes()).orElseThrow();
      for (Object entry : (List<?>) Objects.requireNonNull(root.get("kinds"))) {
        RowSchema kind = kind(Json.object(entry).orElseThrow());
        kinds.put(kind.kind(), kind);
      }
      return kinds;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static RowSchema kind(Map<String, Object> entry) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (Object each : (List<?>) Objects.requireNonNull(entry.get("members"))) {
      Map<String, Object> member = Json.object(each).orElseThrow();
      members.put(
          (String) Objects.requireNonNull(member.get("field")),
          new Member(Boolean.TRUE.equals(member.get("required")), form(member)));
    }
    return new RowSchema(
        (String) Objects.requireNonNull(entry.get("id")),
        (Long) Objects.requireNonNull(entry.get("version")),
        members);
  }

  private static Predicate<String> form(Map<String, Object> member) {
    return switch ((String) Objects.requireNonNull(member.get("form"))) {
      case "text" -> value -> !value.isBlank() && value.length() <= LONGEST;
      case "choice" -> ((List<?>) Objects.requireNonNull(member.get("choices")))::contains;
      case "date" -> RowSchema::isDate;
      case "month" -> RowSchema::isMonth;
      case "money" -> MONEY.asMatchPredicate();
      default -> throw new IllegalStateException("kinds.json: form of " + member.get("field"));
    };
  }

  static boolean isDate(String value) {
    try {
      return !LocalDate.parse(value, DATE).toString().isEmpty();
    } catch (DateTimeParseException notOne) {
      return false;
    }
  }

  static boolean isMonth(String value) {
    try {
      return !YearMonth.parse(value, MONTH).toString().isEmpty();
    } catch (DateTimeParseException notOne) {
      return false;
    }
  }

  /// The first flaw of a row; its values are texts, without the member `row`.
  Optional<Flaw> flaw(Map<String, String> values) {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(members.keySet());
    if (!unknown.isEmpty()) {
      return Optional.of(new Flaw("member-unknown", ""));
    }
    for (Map.Entry<String, Member> entry : members.entrySet()) {
      String name = entry.getKey();
      String value = values.get(name);
      if (value == null && entry.getValue().required()) {
        return Optional.of(new Flaw("member-required", name));
      }
      if (value != null && !entry.getValue().fits().test(value)) {
        return Optional.of(new Flaw("member-form", name));
      }
    }
    boolean endMissing =
        "固定期限".equals(values.get("contractTerm")) && !values.containsKey("contractEnd");
    return endMissing ? Optional.of(new Flaw("member-required", "contractEnd")) : Optional.empty();
  }
}
