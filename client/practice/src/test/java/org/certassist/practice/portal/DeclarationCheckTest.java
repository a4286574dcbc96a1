package org.certassist.practice.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.declaration.CanonicalJson;
import org.certassist.practice.people.PracticeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationCheckTest {
  static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 22, 10, 0);
  static final String ID = "3f0c9c0e-58a7-4c56-8a0b-4f5d0d5f6c11";

  final DeclarationCheck check = new DeclarationCheck();

  private Object problem(byte[] bytes) {
    return switch (check.read(bytes, ID, NOW)) {
      case Outcome.Fine<Declaration> _ -> "fine";
      case Outcome.Refused<Declaration>(Problem problem) ->
          problem.code() + problem.reason().map(reason -> " " + reason).orElse("");
    };
  }

  private static Map<String, Object> good() {
    return Documents.enrolment(ID, 2);
  }

  private static byte[] changed(String member, Object value) {
    Map<String, Object> document = good();
    document.put(member, value);
    return Json.canonical(document);
  }

  @Test
  void aGoodDocumentPasses() {
    assertThat(problem(Json.canonical(good()))).isEqualTo("fine");
  }

  @Test
  void theClientsCanonicalFormIsThePortals() {
    Map<String, Object> value = new HashMap<>();
    value.put("\u20ac", "Euro Sign");
    value.put("\r", "Carriage Return");
    value.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
    value.put("1", "One");
    value.put("\ud83d\ude00", "Emoji: Grinning Face");
    value.put("\u0080", "Control");
    value.put("\u00f6", "Latin Small Letter O With Diaeresis");
    value.put("escapes", "\b\t\n\f\r\"\\/\u000f\u001f\u007f\u2028");
    value.put("list", List.of(1, 9007199254740991L, -7, true, Map.of(), List.of()));

    assertThat(Json.canonical(value)).isEqualTo(CanonicalJson.of(value));
  }

  @Test
  void bytesThatAreNotCanonicalAreRefused() {
    String good = new String(Json.canonical(good()), UTF_8);
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put(" " + good, "malformed not-canonical");
    reasons.put(good + "\n", "malformed not-canonical");
    reasons.put(good.replace("\"kind\":", "\"kind\" :"), "malformed not-canonical");
    reasons.put(good.replace("江", "\\u6c5f"), "malformed not-canonical");
    reasons.put(good.replace("\"kindVersion\":1", "\"kindVersion\":1.0"), "malformed json");
    reasons.put(good.replace("\"kindVersion\":1", "\"kindVersion\":01"), "malformed json");
    reasons.put(
        good.replace("{\"attachments\":[],", "{\"attachments\":[],\"attachments\":[],"),
        "malformed json");
    reasons.put(good + good, "malformed json");
    reasons.put(good.substring(0, good.length() - 1), "malformed json");
    reasons.put("\ufeff" + good, "malformed not-canonical");
    reasons.put("", "malformed json");
    reasons.put("[]", "malformed json");
    reasons.put("[".repeat(5000), "malformed json");
    reasons.forEach(
        (text, reason) -> assertThat(problem(text.getBytes(UTF_8))).as(text).isEqualTo(reason));
    assertThat(problem(good.getBytes(StandardCharsets.UTF_16BE)))
        .asString()
        .startsWith("malformed");
  }

  @ParameterizedTest
  @CsvSource({
    "schema,          certassist-declaration/2,             malformed member-form",
    "profile,         jiangsu,                              malformed member-form",
    "id,              3f0c9c0e-58a7-4c56-8a0b-4f5d0d5f6c12, malformed member-form",
    "createdAt,       2026-11-22T10:00:00Z,                 malformed member-form",
    "createdAt,       2026-11-22T10:00:00,                  malformed member-form",
    "settlementMonth, 2026-13,                              malformed member-form",
    "settlementMonth, 2026-12,                              fine",
    "settlementMonth, 2026-11,                              fine",
    "settlementMonth, 2026-10,                              window-closed",
    "settlementMonth, 2027-02,                              window-closed",
    "kind,            marriage,                             kind-unknown",
    "kind,            '',                                   kind-unknown",
  })
  void eachMemberHasItsForm(String member, String value, String expected) {
    assertThat(problem(changed(member, value))).isEqualTo(expected);
  }

  @Test
  void otherTypesAreRefused() {
    assertThat(problem(changed("kindVersion", "1"))).isEqualTo("malformed member-form");
    assertThat(problem(changed("kindVersion", 2))).isEqualTo("kind-unknown");
    assertThat(problem(changed("attachments", List.of("x")))).isEqualTo("malformed member-form");
    assertThat(problem(changed("rows", List.of()))).isEqualTo("malformed member-form");
    assertThat(problem(changed("rows", Map.of()))).isEqualTo("malformed member-form");
    assertThat(problem(changed("unit", Map.of()))).isEqualTo("malformed member-form");
    assertThat(problem(changed("extra", ""))).isEqualTo("malformed members");
    Map<String, Object> less = good();
    less.remove("profile");
    assertThat(problem(Json.canonical(less))).isEqualTo("malformed members");
  }

  @ParameterizedTest
  @CsvSource({
    "contributionBase, 5000,       member-form",
    "contributionBase, 5000.0,     member-form",
    "contributionBase, 05000.00,   member-form",
    "contractStart,    2026-02-30, member-form",
    "contractStart,    2026/02/01, member-form",
    "insuredFrom,      2026-1,     member-form",
    "insurances,       五险,        member-form",
    "note,             '',         member-form",
    "note,             ' ',        member-form",
    "nickname,         x,          member-unknown",
    "name,             ,           member-required",
    "contractEnd,      ,           member-required",
  })
  void eachRowMemberHasItsForm(String member, String value, String reason) {
    Map<String, Object> row = new HashMap<>(Documents.enrolmentRows(1).getFirst());
    if (value == null) {
      row.remove(member);
    } else {
      row.put(member, value);
    }

    assertThat(problem(changed("rows", List.of(row)))).isEqualTo("malformed " + reason);
  }

  @Test
  void aRefusalNamesRowAndMemberButNoValue() {
    Map<String, Object> row = new HashMap<>(Documents.enrolmentRows(1).getFirst());
    row.put("row", 9);
    row.put("contractStart", "19910506321X");

    assertThat(check.read(changed("rows", List.of(row)), ID, NOW))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.problem().detail()).isEqualTo("申报数据格式错误：第9行，contractStart"));
  }

  @Test
  void rowNumbersIncrease() {
    List<Map<String, Object>> rows = Documents.enrolmentRows(2);
    assertThat(problem(changed("rows", rows.reversed()))).isEqualTo("malformed row-number");
    rows.getFirst().remove("row");
    assertThat(problem(changed("rows", rows))).isEqualTo("malformed row-number");
    assertThat(problem(changed("rows", List.of("row")))).isEqualTo("malformed row-number");
  }

  @Test
  void moreThanFiveThousandRowsAreTooMany() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i <= DeclarationCheck.MOST_ROWS; i++) {
      rows.add(Documents.termination(4 + i, "320599199105063211", "王练习", "退休"));
    }
    Map<String, Object> document =
        Documents.document(ID, "termination", PracticeUnit.PRACTICE, rows);

    assertThat(problem(Json.canonical(document))).isEqualTo("too-many-rows");
    rows.removeLast();
    assertThat(problem(Json.canonical(document))).isEqualTo("fine");
  }
}
