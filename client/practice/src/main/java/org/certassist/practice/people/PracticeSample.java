package org.certassist.practice.people;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Rows for a sample enrolment: fresh made-up persons, and exactly one whom the portal refuses with
/// 未获取到人员基本信息.
///
/// @param kind the kind's id
/// @param rows values by the json names of the kind's columns, in the order of the rows
/// @param refused the place of the refused person in `rows`, from 0
public record PracticeSample(
    String kind, PracticeUnit unit, List<Map<String, String>> rows, int refused) {
  /// Belongs to Suzhou by its first four digits, but was never given to a place: no real person has
  /// such a number.
  public static final String REGION = "320599";

  private static final String FAMILY_NAMES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦尤许何吕";
  private static final String GIVEN_NAMES = "安宁平和清明春晓文静思远子涵雨桐嘉欣";
  private static final List<String> POSITIONS = List.of("装配工", "质检员", "仓库管理员", "文员", "焊工");
  private static final List<String> PLACES = List.of("吴江区", "吴中区", "相城区", "姑苏区", "虎丘区");

  public PracticeSample {
    rows = List.copyOf(rows);
  }

  /// A new sample: other persons at each call, whoever the generator is seeded with.
  ///
  /// @param persons how many rows the portal accepts; one refused row comes on top
  public static PracticeSample enrolment(int persons, LocalDate today, RandomGenerator random) {
    List<Map<String, String>> rows = new ArrayList<>();
    Set<String> used = new HashSet<>();
    while (rows.size() < persons) {
      String number = number(random, today);
      if (used.add(number)) {
        rows.add(row(number, name(random), today, random));
      }
    }
    PracticePerson nobody = Population.load().with(PracticePerson.Trait.UNKNOWN);
    int place = Math.min(persons, 5);
    rows.add(place, row(nobody.idNumber(), nobody.name(), today, random));
    return new PracticeSample("enrolment", PracticeUnit.PRACTICE, rows, place);
  }

  private static String number(RandomGenerator random, LocalDate today) {
    LocalDate eldest = today.minusYears(45);
    LocalDate birth = eldest.plusDays(random.nextInt(25 * 365));
    return IdNumber.of(REGION, birth, 100 + random.nextInt(900));
  }

  private static String name(RandomGenerator random) {
    int given = random.nextInt(GIVEN_NAMES.length() - 1);
    return ""
        + FAMILY_NAMES.charAt(random.nextInt(FAMILY_NAMES.length()))
        + GIVEN_NAMES.substring(given, given + 2);
  }

  private static Map<String, String> row(
      String number, String name, LocalDate today, RandomGenerator random) {
    LocalDate start = today.withDayOfMonth(1);
    Map<String, String> row = new LinkedHashMap<>();
    row.put("idType", "居民身份证");
    row.put("idNumber", number);
    row.put("name", name);
    row.put("phone", String.format(Locale.ROOT, "1380000%04d", random.nextInt(10_000)));
    row.put("householdAddress", "江苏省苏州市" + PLACES.get(random.nextInt(PLACES.size())));
    row.put("personCategory", "企业职工");
    row.put("education", "大学专科");
    row.put("position", POSITIONS.get(random.nextInt(POSITIONS.size())));
    row.put("employmentForm", "全日制");
    row.put("contractTerm", "固定期限");
    row.put("contractStart", start.toString());
    row.put("contractEnd", start.plusYears(3).minusDays(1).toString());
    row.put("insuredFrom", YearMonth.from(start).toString());
    row.put("contributionBase", (4800 + 100 * random.nextInt(40)) + ".00");
    row.put("insurances", "三险");
    row.put("note", "练习");
    return row;
  }

  @Override
  public String toString() {
    return "PracticeSample[" + kind + ", " + rows.size() + " rows]";
  }
}
