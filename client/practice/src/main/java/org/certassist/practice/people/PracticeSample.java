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
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Rows for a sample: fresh made-up persons, and exactly one whom the portal refuses.
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

  /// A new sample: other persons at each call, whoever the generator is seeded with. The one who is
  /// refused is known to nobody: 未获取到人员基本信息.
  ///
  /// @param persons how many rows the portal accepts; one refused row comes on top
  public static PracticeSample enrolment(int persons, LocalDate today, RandomGenerator random) {
    return sample(
        "enrolment",
        persons,
        PracticePerson.Trait.UNKNOWN,
        random,
        () -> number(random, today.minusYears(45), 25),
        (number, name) -> enrolmentRow(number, name, today, random));
  }

  /// The same for an application for retirement, of people who are old enough by any rule. The one
  /// who is refused has a temporary account: 该人员账户类型为临时缴费账户，不允许办理.
  public static PracticeSample retirement(int persons, LocalDate today, RandomGenerator random) {
    return sample(
        "retirement",
        persons,
        PracticePerson.Trait.TEMPORARY_ACCOUNT,
        random,
        () -> number(random, today.minusYears(68), 4),
        (number, name) -> retirementRow(number, name, today, random));
  }

  private static PracticeSample sample(
      String kind,
      int persons,
      PracticePerson.Trait trait,
      RandomGenerator random,
      Supplier<String> numbers,
      RowOf rowOf) {
    List<Map<String, String>> rows = new ArrayList<>();
    Set<String> used = new HashSet<>();
    while (rows.size() < persons) {
      String number = numbers.get();
      if (used.add(number)) {
        rows.add(rowOf.row(number, name(random)));
      }
    }
    PracticePerson refused = Population.load().with(trait);
    int place = Math.min(persons, 5);
    rows.add(place, rowOf.row(refused.idNumber(), refused.name()));
    return new PracticeSample(kind, PracticeUnit.PRACTICE, rows, place);
  }

  /// A person's row.
  private interface RowOf {
    Map<String, String> row(String number, String name);
  }

  /// @param years in which the birth dates lie, from the eldest's on
  private static String number(RandomGenerator random, LocalDate eldest, int years) {
    LocalDate birth = eldest.plusDays(random.nextInt(years * 365));
    return IdNumber.of(REGION, birth, 100 + random.nextInt(900));
  }

  private static String name(RandomGenerator random) {
    int given = random.nextInt(GIVEN_NAMES.length() - 1);
    return ""
        + FAMILY_NAMES.charAt(random.nextInt(FAMILY_NAMES.length()))
        + GIVEN_NAMES.substring(given, given + 2);
  }

  private static Map<String, String> retirementRow(
      String number, String name, LocalDate today, RandomGenerator random) {
    Map<String, String> row = person(number, name, random);
    row.put("workedSince", LocalDate.of(1995, 8, 1).toString());
    row.put("retirementType", "正常退休");
    row.put("retireMonth", YearMonth.from(today).plusMonths(1).toString());
    row.put("contactAddress", address(random));
    row.put("note", "练习");
    return row;
  }

  private static Map<String, String> person(String number, String name, RandomGenerator random) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("idType", "居民身份证");
    row.put("idNumber", number);
    row.put("name", name);
    row.put("phone", String.format(Locale.ROOT, "1380000%04d", random.nextInt(10_000)));
    return row;
  }

  private static String address(RandomGenerator random) {
    return "江苏省苏州市" + PLACES.get(random.nextInt(PLACES.size()));
  }

  private static Map<String, String> enrolmentRow(
      String number, String name, LocalDate today, RandomGenerator random) {
    LocalDate start = today.withDayOfMonth(1);
    Map<String, String> row = person(number, name, random);
    row.put("householdAddress", address(random));
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
