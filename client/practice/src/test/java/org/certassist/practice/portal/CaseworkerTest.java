package org.certassist.practice.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.certassist.practice.people.IdNumber;
import org.certassist.practice.people.Population;
import org.certassist.practice.people.PracticePerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseworkerTest {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  static final String NUMBER = IdNumber.of("320599", LocalDate.of(1991, 5, 6), 321);

  final Population population = Population.load();
  final Caseworker caseworker = new Caseworker(population, new MemoryLedger());

  static final class MemoryLedger implements Caseworker.Ledger {
    final Map<String, String> insured = new HashMap<>();
    final Map<String, String> stopped = new HashMap<>();
    final Map<String, String> registered = new HashMap<>();

    @Override
    public Caseworker.Standing standing(String person, String unit) {
      String at = insured.get(person);
      if (at != null) {
        return at.equals(unit)
            ? Caseworker.Standing.INSURED_HERE
            : Caseworker.Standing.INSURED_WITH_ANOTHER_UNIT;
      }
      return unit.equals(stopped.get(person))
          ? Caseworker.Standing.STOPPED_HERE
          : Caseworker.Standing.NEVER_SEEN;
    }

    @Override
    public Optional<String> registeredNumber(String person) {
      return Optional.ofNullable(registered.get(person));
    }

    @Override
    public void insure(String person, String unit) {
      insured.put(person, unit);
    }

    @Override
    public void stop(String person, String unit) {
      insured.remove(person);
      stopped.put(person, unit);
    }

    @Override
    public void forget(String person, String unit) {
      insured.remove(person);
      stopped.remove(person);
    }

    @Override
    public void register(String person) {
      registered.put(person, "3205990100001");
    }
  }

  private Optional<String> ask(String kind, String unit, Map<String, String> values)
      throws SQLException {
    Declaration.Row row = new Declaration.Row(4, values);
    Declaration.Party party = new Declaration.Party(unit, "练习", "普通");
    return caseworker.decide(
        new Declaration("", kind, YearMonth.of(2026, 12), party, java.util.List.of(row)),
        row,
        TODAY);
  }

  private static Map<String, String> person(String number, String name) {
    Map<String, String> values = new HashMap<>();
    values.put("idType", "居民身份证");
    values.put("idNumber", number);
    values.put("name", name);
    values.put("householdAddress", "江苏省苏州市吴江区");
    values.put("personCategory", "企业职工");
    values.put("reason", "个人辞职");
    values.put("reversedKind", "用工参保");
    values.put("originalDate", "2026-11-20");
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "enrolment,   unknown,              未获取到人员基本信息",
    "enrolment,   collectable,          未获取到人员基本信息",
    "enrolment,   policeDown,           调用公安部人员基准信息查询接口出错",
    "enrolment,   flexible,             该人员为灵活就业参保人员",
    "enrolment,   severalRecords,       根据身份证号码找到多条人员信息，无法办理此业务",
    "enrolment,   householdTypeMissing, 户籍性质不能为空",
    "enrolment,   benefitPaid,          自参保开始日期下一月起，存在失业金发放信息",
    "enrolment,   insuredElsewhere,     没有符合该人员的参保身份",
    "enrolment,   collected,            人员信息已采集，人员编号为3205990009",
    "enrolment,   arrearsElsewhere,     该人员在其他统办区存在欠费，320100",
    "enrolment,   temporaryAccount,     该人员账户类型为临时缴费账户，不允许办理",
    "enrolment,   legalRepresentative,  ",
    "termination, legalRepresentative,  该人员为公司法人，不允许停保",
    "termination, unknown,              未获取到人员基本信息",
    "termination, policeDown,           调用公安部人员基准信息查询接口出错",
    "termination, severalRecords,       根据身份证号码找到多条人员信息，无法办理此业务",
    "termination, arrearsElsewhere,     该人员在其他统办区存在欠费，320100",
    "termination, insuredElsewhere,     没有符合该人员的参保身份",
    "termination, temporaryAccount,     ",
    "pre-registration, unknown,         未获取到人员基本信息",
    "pre-registration, collectable,     未获取到人员基本信息",
    "pre-registration, flexible,        ",
    "base-adjustment, flexible,         该人员为灵活就业参保人员",
    "base-adjustment, insuredElsewhere, 没有符合该人员的参保身份",
    "base-adjustment, temporaryAccount, ",
    "retirement, temporaryAccount,      该人员账户类型为临时缴费账户，不允许办理",
    "retirement, arrearsElsewhere,      该人员在其他统办区存在欠费，320100",
    "dispatch-transfer, flexible,       只有人力资源服务单位才能输入人力资源服务信息",
    "reversal,    unknown,              未获取到人员基本信息",
    "reversal,    flexible,             本结算期内没有可以回退的业务",
    "person-registration, flexible,     人员信息已采集，人员编号为3205990000",
    "person-registration, collected,    人员信息已采集，人员编号为3205990009",
    "person-registration, collectable,  ",
  })
  void eachPersonOfTheRegisterGetsHerMessage(String kind, String trait, String message)
      throws SQLException {
    PracticePerson known =
        population.persons().stream()
            .filter(person -> person.trait().word().equals(trait))
            .findFirst()
            .orElseThrow();

    assertThat(ask(kind, "A", person(known.idNumber(), known.name())))
        .isEqualTo(Optional.ofNullable(message));
  }

  @Test
  void aTemporaryAccountCannotRetire() throws SQLException {
    PracticePerson known = population.with(PracticePerson.Trait.TEMPORARY_ACCOUNT);
    Map<String, String> row = person(known.idNumber(), known.name());
    row.put("reason", "退休");

    assertThat(ask("termination", "A", row)).contains(Caseworker.TEMPORARY);
  }

  @Test
  void anybodyElseIsAcceptedInAndOut() throws SQLException {
    Map<String, String> row = person(NUMBER, "王练习");

    assertThat(ask("termination", "A", row)).isEmpty();
    assertThat(ask("enrolment", "A", row)).isEmpty();
    assertThat(ask("termination", "A", row)).isEmpty();
  }

  @Test
  void nobodyIsEnrolledOrStoppedTwice() throws SQLException {
    Map<String, String> row = person(NUMBER, "王练习");

    assertThat(ask("enrolment", "A", row)).isEmpty();
    assertThat(ask("enrolment", "A", row)).contains(Caseworker.NO_STANDING);
    assertThat(ask("termination", "A", row)).isEmpty();
    assertThat(ask("termination", "A", row)).contains(Caseworker.NO_STANDING);
  }

  @Test
  void aReversalTakesBackWhatWasFiledHereInThisPeriodAndOnlyOnce() throws SQLException {
    Map<String, String> enrolled = person(NUMBER, "王练习");
    Map<String, String> stopped = new HashMap<>(enrolled);
    stopped.put("reversedKind", "退工停保");
    Map<String, String> early = new HashMap<>(enrolled);
    early.put("originalDate", "2026-11-06");

    assertThat(ask("reversal", "A", enrolled)).contains(Caseworker.NOTHING_TO_REVERSE);
    assertThat(ask("enrolment", "A", enrolled)).isEmpty();
    assertThat(ask("reversal", "B", enrolled)).contains(Caseworker.NOTHING_TO_REVERSE);
    assertThat(ask("reversal", "A", stopped)).contains(Caseworker.NOTHING_TO_REVERSE);
    assertThat(ask("reversal", "A", early)).contains(Caseworker.NOTHING_TO_REVERSE);
    assertThat(ask("reversal", "A", enrolled)).isEmpty();
    assertThat(ask("reversal", "A", enrolled)).contains(Caseworker.NOTHING_TO_REVERSE);
    assertThat(ask("enrolment", "A", enrolled)).isEmpty();
    assertThat(ask("termination", "A", enrolled)).isEmpty();
    assertThat(ask("reversal", "A", stopped)).isEmpty();
    assertThat(ask("termination", "A", enrolled)).isEmpty();
  }

  @Test
  void whoIsPreRegisteredIsNotInsuredAndWhoIsInsuredNeedsNone() throws SQLException {
    Map<String, String> row = person(NUMBER, "王练习");

    assertThat(ask("pre-registration", "A", row)).isEmpty();
    assertThat(ask("enrolment", "A", row)).isEmpty();
    assertThat(ask("pre-registration", "A", row)).contains(Caseworker.NO_STANDING);
  }

  @Test
  void whoHasRetiredOrLeftHasNothingToChange() throws SQLException {
    Map<String, String> row = person(NUMBER, "王练习");

    assertThat(ask("base-adjustment", "A", row)).isEmpty();
    assertThat(ask("retirement", "A", row)).isEmpty();
    assertThat(ask("base-adjustment", "A", row)).contains(Caseworker.NO_STANDING);
    assertThat(ask("retirement", "A", row)).contains(Caseworker.NO_STANDING);
  }

  @ParameterizedTest
  @CsvSource({"劳务派遣, true", "人力资源服务, false", "普通, false"})
  void onlyADispatchUnitTransfers(String type, boolean transfers) throws SQLException {
    Declaration.Row row = new Declaration.Row(4, person(NUMBER, "王练习"));
    Declaration.Party unit = new Declaration.Party("A", "练习", type);

    assertThat(
            caseworker.decide(
                new Declaration(
                    "", "dispatch-transfer", YearMonth.of(2026, 12), unit, java.util.List.of(row)),
                row,
                TODAY))
        .isEqualTo(transfers ? Optional.empty() : Optional.of(Caseworker.DISPATCH_ONLY));
  }

  @Test
  void whoIsInsuredWithAnotherUnitMayOnlyHaveASecondJob() throws SQLException {
    Map<String, String> row = person(NUMBER, "王练习");
    ask("enrolment", "B", row);

    assertThat(ask("enrolment", "A", row)).contains(Caseworker.NO_STANDING);
    assertThat(ask("termination", "A", row)).contains(Caseworker.NO_STANDING);
    row.put("personCategory", "多重劳动关系工伤人员");
    assertThat(ask("enrolment", "A", row)).isEmpty();
  }

  @Test
  void whoHasBeenCollectedCanBeEnrolled() throws SQLException {
    PracticePerson known = population.with(PracticePerson.Trait.COLLECTABLE);
    Map<String, String> row = person(known.idNumber(), known.name());

    assertThat(ask("enrolment", "A", row)).contains(Caseworker.NO_DATA);
    assertThat(ask("person-registration", "A", row)).isEmpty();
    assertThat(ask("enrolment", "A", row)).isEmpty();
    assertThat(ask("person-registration", "A", row))
        .contains(Caseworker.COLLECTED + "3205990100001");
  }

  @ParameterizedTest
  @CsvSource({
    "江苏省苏州市吴江区,                  true",
    "江苏省苏州市吴江区（县）松陵镇,      true",
    "北京市朝阳区,                        true",
    "内蒙古自治区锡林郭勒盟正蓝旗,        true",
    "四川省凉山彝族自治州西昌市,          true",
    "香港特别行政区,                      true",
    "新疆维吾尔自治区石河子市,            false",
    "海南省文昌市,                        false",
    "苏州市吴江区,                        false",
    "某地,                                false",
  })
  void anAddressIsParsedOrNot(String address, boolean parsed) throws SQLException {
    Map<String, String> row = person(NUMBER, "王练习");
    row.put("householdAddress", address);

    assertThat(ask("enrolment", "A", row))
        .isEqualTo(parsed ? Optional.empty() : Optional.of(Caseworker.ADDRESS));
  }

  @ParameterizedTest
  @CsvSource({"dispatchType, 派遣", "userUnitNumber, 320599", "userUnitName, 某单位"})
  void dispatchFieldsAreForUnitsThatLendPeople(String field, String value) throws SQLException {
    Map<String, String> row = person(NUMBER, "王练习");
    row.put(field, value);

    assertThat(ask("enrolment", "A", row)).contains(Caseworker.DISPATCH_ONLY);
    Declaration.Row lent = new Declaration.Row(4, row);
    Declaration.Party lender = new Declaration.Party("A", "练习", "劳务派遣");
    assertThat(
            caseworker.decide(
                new Declaration(
                    "", "enrolment", YearMonth.of(2026, 12), lender, java.util.List.of(lent)),
                lent,
                TODAY))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "320599199105063210, 王练习",
    "32059919910506321,  王练习",
    "320599199113063211, 王练习",
    "320599199001010011, 别人",
  })
  void aNumberThatIsNoneFindsNobody(String number, String name) throws SQLException {
    assertThat(ask("enrolment", "A", person(number, name))).contains(Caseworker.NO_DATA);
  }
}
