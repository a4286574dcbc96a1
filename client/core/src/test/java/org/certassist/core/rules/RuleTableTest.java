package org.certassist.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.certassist.core.declaration.Draft;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.testing.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every rule with a draft that breaks it and one that nearly does.
class RuleTableTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 12);

  /// rule | what is found, `-` nothing, `=` this rule and nothing else | the draft
  private static final String TABLE =
      """
      cell.required                      | = | enrolment: position=
      cell.required                      | = | enrolment: position=\\u00A0\\u3000
      cell.required                      | - | enrolment: education=; note=; insuredFrom=
      cell.formula                       | = | enrolment: contributionBase=formula:A1+1
      cell.formula                       | - | enrolment: note==A1+1
      cell.broken                        | = | enrolment: position=error:#REF!
      cell.broken                        | - | enrolment: position=#REF!
      cell.flag                          | = | enrolment: note=flag:true
      cell.flag                          | - | enrolment: note=TRUE
      cell.hiddenCharacter               | = | enrolment: name=李小\\u200B芳
      cell.hiddenCharacter               | = | enrolment: idNumber=\\uFEFF11010519911208002X
      cell.hiddenCharacter               | = | enrolment: note=一行\\u000A两行
      cell.hiddenCharacter               | = | enrolment: name=李\\uE000芳
      cell.hiddenCharacter               | - | enrolment: name=\\u00A0李小芳\\u3000
      cell.tooLong                       | = | enrolment: note=%201
      cell.tooLong                       | - | enrolment: note=%200
      cell.idAsNumber                    | = | enrolment: idNumber=number:330501198001010000~3.30501E+17
      cell.idAsNumber                    | = | enrolment: idNumber=3.30E+17
      cell.idAsNumber                    | = | enrolment: idType=台湾居民来往大陆通行证; idNumber=number:12345678
      cell.idAsNumber                    | - | enrolment: idNumber=１１０１０５１９９１１２０８００２ｘ
      cell.digitsLost                    | = | enrolment: note=number:9132050912345678~9.13E+15
      cell.digitsLost                    | - | enrolment: note=number:913205091234567
      cell.isADate                       | = | enrolment: position=date:2026-03-01
      cell.isADate                       | - | enrolment: contractStart=date:2026-11-01; insuredFrom=date:2026-11-01
      cell.notADate                      | = | enrolment: contractStart=2026-02-30
      cell.notADate                      | = | enrolment: contractEnd=2029.11
      cell.notADate                      | - | enrolment: contractStart=2026年11月1日
      cell.notAMonth                     | = | enrolment: insuredFrom=十一月
      cell.notAMonth                     | = | enrolment: insuredFrom=number:2026.1
      cell.notAMonth                     | - | enrolment: insuredFrom=number:202611
      cell.notMoney                      | = | enrolment: contributionBase=5000元
      cell.notMoney                      | = | enrolment: contributionBase=5000,50
      cell.notMoney                      | - | enrolment: contributionBase=5,000.50
      cell.notInList                     | = | enrolment: insurances=五险
      cell.notInList                     | - | enrolment: insurances=仅工伤

      unit.creditCodeMissing             | = | enrolment: unit.creditCode=
      unit.creditCodeMissing             | - | enrolment: unit.creditCode=91350100M000100Y43
      unit.creditCode                    | = | enrolment: unit.creditCode=91350100M000100Y44
      unit.creditCode                    | - | enrolment: unit.creditCode=９１３５０１００m000100y43
      unit.organisationCode              | = | enrolment: unit.creditCode=%cc 91350100M000100Y5
      unit.organisationCode              | - | enrolment: unit.creditCode=%cc 91320509MA0PRACT8
      unit.creditCode                    | = | enrolment: unit.creditCode=%cc 913501A0M000100Y4
      unit.nameMissing                   | = | enrolment: unit.name=
      unit.nameMissing                   | - | enrolment: unit.name=福州练习厂
      unit.type                          | = | enrolment: unit.type=派遣公司
      unit.type                          | - | enrolment: unit.type=
      cell.formula                       | = | enrolment: unit.type=formula:X1
      cell.formula                       | = | enrolment: unit.creditCode=formula:X1
      cell.hiddenCharacter               | = | enrolment: unit.name=福州\\u200B厂

      id.form                            | = | enrolment: idNumber=110105491231002
      id.form                            | = | enrolment: idNumber=110105 19491231002X
      id.form                            | = | enrolment: idType=港澳居民来往内地通行证; idNumber=A12345678
      id.form                            | - | enrolment: idType=港澳居民来往内地通行证; idNumber=H12345678
      id.form                            | - | enrolment: idType=港澳居民来往内地通行证; idNumber=M1234567801
      id.form                            | = | enrolment: idType=台湾居民来往大陆通行证; idNumber=1234567
      id.form                            | - | enrolment: idType=台湾居民来往大陆通行证; idNumber=12345678
      id.form                            | = | enrolment: idType=外国人永久居留身份证; idNumber=USA12345
      id.form                            | - | enrolment: idType=外国人永久居留身份证; idNumber=USA310585092101
      id.form                            | = | enrolment: idType=护照; idNumber=E-123
      id.form                            | - | enrolment: idType=护照; idNumber=e12345678
      id.form                            | - | enrolment: idType=其他; idNumber=军字第1234号
      id.checkCharacter                  | = | enrolment: idNumber=110105199112080021
      id.checkCharacter                  | = | enrolment: idType=外国人永久居留身份证; idNumber=911124198108030028
      id.checkCharacter                  | - | enrolment: idNumber=11010519911208002x
      id.otherDocument                   | = | enrolment: idType=居民身份证; idNumber=810000199408230021
      id.otherDocument                   | = | enrolment: idType=居民身份证; idNumber=932682198501010017
      id.otherDocument                   | = | enrolment: idType=港澳台居民居住证; idNumber=11010519911208002X
      id.otherDocument                   | - | enrolment: idType=港澳台居民居住证; idNumber=810000199408230021
      id.otherDocument                   | - | enrolment: idType=港澳台居民居住证; idNumber=830000199201300022
      id.otherDocument                   | - | enrolment: idType=外国人永久居留身份证; idNumber=932682198501010017
      id.birthDate                       | = | enrolment: idNumber=%id 11010519491331002
      id.birthDate                       | = | enrolment: idNumber=%id 11010520261123002
      id.birthDate                       | = | enrolment: idNumber=%id 11010518991231002
      id.birthDate                       | - | enrolment: idNumber=%id 11010520000229002
      id.region                          | = | enrolment: idNumber=%id 35990119900307002
      id.region                          | = | enrolment: idNumber=%id 66010519900307002
      id.region                          | - | enrolment: idNumber=%id 32059919900307002
      id.region                          | - | enrolment: idNumber=%id 34260119900307002
      id.region                          | - | enrolment: idNumber=%id 46002719900307002
      person.sex                         | = | person-registration: sex=男
      person.sex                         | - | person-registration: sex=女
      person.sex                         | - | person-registration: sex=
      person.sex                         | - | person-registration: idType=护照; idNumber=E12345678; sex=男
      person.birthDate                   | = | person-registration: birthDate=1991-12-09
      person.birthDate                   | - | person-registration: birthDate=1991-12-08
      person.birthDate                   | id.birthDate | person-registration: idNumber=%id 11010519911331002; birthDate=1991-12-08
      name.form                          | = | enrolment: name=李3
      name.form                          | = | enrolment: name=李 小芳
      name.form                          | - | enrolment: name=阿卜杜拉·买买提
      name.form                          | - | enrolment: name=John O'Brien-Smith
      phone.form                         | = | enrolment: phone=138001380
      phone.form                         | - | enrolment: phone=0512-63950010
      phone.form                         | - | enrolment: phone=number:13800138000~1.38E+10
      phone.form                         | - | enrolment: phone=number:51263950010~051263950010
      address.form                       | = | enrolment: householdAddress=北京市朝阳区
      address.form                       | = | enrolment: householdAddress=内蒙古自治区呼和浩特市新城区
      address.form                       | - | enrolment: householdAddress=河北省石家庄市正定县某街1号
      address.form                       | = | enrolment: householdAddress=上海市浦东新区张江路1号
      address.form                       | = | enrolment: householdAddress=重庆市彭水苗族土家族自治县
      address.form                       | = | enrolment: householdAddress=天津市市辖区和平区
      address.form                       | = | enrolment: householdAddress=广西壮族自治区桂林市龙胜各族自治县
      address.form                       | = | enrolment: householdAddress=新疆维吾尔自治区伊犁哈萨克自治州伊宁市
      address.form                       | = | enrolment: householdAddress=新疆维吾尔自治区石河子市
      address.form                       | = | enrolment: householdAddress=内蒙古自治区锡林郭勒盟正蓝旗
      address.form                       | = | enrolment: householdAddress=内蒙古自治区呼伦贝尔市鄂温克族自治旗
      address.form                       | = | enrolment: householdAddress=西藏自治区阿里地区噶尔县
      address.form                       | = | enrolment: householdAddress=四川省凉山彝族自治州西昌市
      address.form                       | = | enrolment: householdAddress=湖北省省直辖县级行政区划仙桃市
      address.form                       | = | enrolment: householdAddress=湖北省仙桃市
      address.form                       | = | enrolment: householdAddress=海南省省直辖县级行政单位文昌市
      address.form                       | = | enrolment: householdAddress=广东省东莞市虎门镇
      address.form                       | = | enrolment: householdAddress=香港特别行政区九龙
      address.form                       | - | enrolment: householdAddress=江苏省苏州市昆山市玉山镇小区1号
      address.form                       | = | enrolment: idType=护照; idNumber=E12345678; householdAddress=美国
      address.unreadable                 | = | enrolment: householdAddress=江苏苏州吴江
      address.unreadable                 | = | enrolment: householdAddress=苏州市吴江区
      address.unreadable                 | = | enrolment: householdAddress=北京朝阳区
      address.unreadable                 | = | enrolment: householdAddress=江东省
      address.unreadable                 | = | enrolment: householdAddress=内蒙古呼和浩特市新城区
      address.unreadable                 | = | enrolment: householdAddress=某地
      address.unreadable                 | address.form | enrolment: householdAddress=新疆维吾尔自治区伊犁哈萨克自治州伊宁市
      contract.startAfterSettlementMonth | = | enrolment: contractStart=2027-01-01
      contract.startAfterSettlementMonth | - | enrolment: contractStart=2026-12-31
      contract.endMissing                | = | enrolment: contractEnd=
      contract.endMissing                | - | enrolment: contractEnd=; contractTerm=无固定期限
      contract.endMissing                | cell.notADate | enrolment: contractEnd=2029年
      contract.endPast                   | = | enrolment: contractEnd=2026-11-21
      contract.endPast                   | - | enrolment: contractEnd=2026-11-22
      contract.endBeforeStart            | = | enrolment: contractStart=2026-12-05; contractEnd=2026-12-04
      contract.endBeforeStart            | - | enrolment: contractStart=2026-12-05; contractEnd=2026-12-05
      insuredFrom.notContractMonth       | = | enrolment: insuredFrom=2026-12
      insuredFrom.notContractMonth       | - | enrolment: contractStart=2026-08-31; insuredFrom=2026-08
      insuredFrom.tooFarBack             | = | enrolment: contractStart=2026-05-31
      insuredFrom.tooFarBack             | = | enrolment: contractStart=2026-05-31; insuredFrom=2026-05
      insuredFrom.tooFarBack             | - | enrolment: contractStart=2026-06-01
      base.notPositive                   | = | enrolment: contributionBase=0
      base.notPositive                   | - | enrolment: contributionBase=0.01
      insurances.onlyWorkInjury          | = | enrolment: personCategory=非全日制工伤人员
      insurances.onlyWorkInjury          | = | enrolment: personCategory=多重劳动关系工伤人员
      insurances.onlyWorkInjury          | - | enrolment: personCategory=非全日制工伤人员; insurances=仅工伤
      insurances.onlyWorkInjury          | - | enrolment: personCategory=个体工商户
      pension.temporaryAccount           | = | enrolment: idNumber=%id 11010519761116001
      pension.temporaryAccount           | - | enrolment: idNumber=%id 11010519761117001
      pension.temporaryAccount           | = | enrolment: idNumber=%id 11010519861116002
      pension.temporaryAccount           | - | enrolment: idNumber=%id 11010519861117002
      pension.temporaryAccount           | - | enrolment: idNumber=%id 35010119661116002
      pension.temporaryAccount           | - | enrolment: idNumber=%id 11010519661116001; insurances=仅工伤
      pension.temporaryAccount           | - | enrolment: idNumber=%id 11010519661116001; unit.creditCode=%cc 91100000M000100Y4
      dispatch.notAllowed                | = | enrolment: dispatchType=派遣
      dispatch.notAllowed                | - | enrolment: unit.type=劳务派遣; dispatchType=派遣; userUnitNumber=320001; userUnitName=甲
      dispatch.notAllowed                | unit.type | enrolment: unit.type=派遣公司; dispatchType=派遣; userUnitNumber=320001; userUnitName=甲
      dispatch.incomplete                | = | enrolment: unit.type=人力资源服务; dispatchType=外包; userUnitName=甲
      dispatch.incomplete                | - | enrolment: unit.type=人力资源服务
      dispatch.incomplete                | cell.notInList | enrolment: unit.type=劳务派遣; dispatchType=借用; userUnitNumber=320001; userUnitName=甲
      stop.afterToday                    | = | termination: stopDate=2026-11-23
      stop.afterToday                    | - | termination: stopDate=2026-11-22
      stop.beforeContractEnd             | = | termination: reason=合同期满; stopDate=2026-11-19; contractEnd=2026-11-20
      stop.beforeContractEnd             | - | termination: reason=合同期满; stopDate=2026-11-20; contractEnd=2026-11-20
      stop.beforeContractEnd             | - | termination: reason=个人辞职; stopDate=2026-11-19; contractEnd=2026-11-20
      reversal.toCome                    | = | reversal: originalDate=2026-11-23
      reversal.toCome                    | - | reversal: originalDate=2026-11-22
      reversal.earlierPeriod             | = | reversal: originalDate=2026-11-06
      reversal.earlierPeriod             | - | reversal: originalDate=2026-11-07
      reversal.earlierPeriod             | - | reversal@2026-12-06: originalDate=2026-11-11
      reversal.earlierPeriod             | = | reversal@2026-12-11: originalDate=2026-12-06
      preRegistration.windowOpen         | = | pre-registration: workStart=2026-11-09
      preRegistration.windowOpen         | = | pre-registration@2026-12-06: workStart=2026-11-10
      preRegistration.windowOpen         | - | pre-registration@2026-12-07:
      preRegistration.windowOpen         | - | pre-registration@2026-12-10:
      preRegistration.workStart          | = | pre-registration@2026-12-08: workStart=2026-12-06
      preRegistration.workStart          | = | pre-registration@2026-12-08: workStart=2026-12-11
      preRegistration.workStart          | = | pre-registration@2026-12-08: workStart=2026-11-08
      preRegistration.workStart          | - | pre-registration@2026-12-08: workStart=2026-12-07
      preRegistration.workStart          | - | pre-registration@2026-12-08: workStart=2026-12-10
      transfer.unitType                  | = | dispatch-transfer: unit.type=人力资源服务
      transfer.unitType                  | = | dispatch-transfer: unit.type=
      transfer.unitType                  | - | dispatch-transfer:
      transfer.unitType                  | unit.type | dispatch-transfer: unit.type=派遣公司
      transfer.sameUnit                  | = | dispatch-transfer: toUnitNumber=3205990000011
      transfer.sameUnit                  | - | dispatch-transfer: toUnitNumber=3205990000012
      base.notPositive                   | = | base-adjustment: newBase=0
      base.notRaised                     | = | base-adjustment: newBase=5000
      base.notRaised                     | = | base-adjustment: newBase=4999.99
      base.notRaised                     | - | base-adjustment: newBase=5000.01
      base.notRaised                     | - | base-adjustment: oldBase=
      base.afterSettlementMonth          | = | base-adjustment: from=2027-01
      base.afterSettlementMonth          | - | base-adjustment: from=2026-12
      attachment.name                    | = | base-adjustment: attachments=C:\\照片\\工资.jpg
      attachment.name                    | = | base-adjustment: attachments=照片/工资.jpg
      attachment.name                    | = | base-adjustment: attachments=工资.docx
      attachment.name                    | = | base-adjustment: attachments=工资
      attachment.name                    | = | base-adjustment: attachments=.jpg
      attachment.name                    | = | retirement@2026-11-20: attachments=档案.jpg、身份证.xls
      attachment.name                    | - | base-adjustment: attachments=工资.JPG；合同.pdf
      attachment.twice                   | = | base-adjustment: attachments=工资.jpg；工资.JPG
      attachment.twice                   | - | base-adjustment: attachments=工资.jpg；工资.png
      retirement.window                  | = | retirement@2026-11-22:
      retirement.window                  | = | retirement@2026-12-04:
      retirement.window                  | = | retirement@2026-12-08:
      retirement.window                  | - | retirement@2026-11-11:
      retirement.window                  | - | retirement@2026-11-30:
      retirement.workToCome              | = | retirement@2026-11-20: workedSince=2026-11-21
      retirement.workToCome              | - | retirement@2026-11-20: workedSince=2026-11-20
      retirement.workTooEarly            | = | retirement@2026-11-20: workedSince=1988-03-06
      retirement.workTooEarly            | - | retirement@2026-11-20: workedSince=1988-03-07
      retirement.tooYoung                | = | retirement@2026-11-20: retireMonth=2024-02
      retirement.tooYoung                | - | retirement@2026-11-20: retireMonth=2024-03
      retirement.tooYoung                | = | retirement@2026-11-20: idNumber=%id 35010119670107001
      retirement.tooYoung                | = | retirement@2026-11-20: idNumber=%id 35010119770107001; retirementType=因病退休
      retirement.tooYoung                | - | retirement@2026-11-20: idNumber=%id 35010119761207001; retirementType=因病退休
      retirement.tooYoung                | = | retirement@2026-11-20: idNumber=%id 35010119820107002; retirementType=因病退休; workedSince=2000-01-01
      retirement.beforeLegalAge          | = | retirement@2026-11-20: idNumber=%id 35010119660807001
      retirement.beforeLegalAge          | - | retirement@2026-11-20: idNumber=%id 35010119660707001
      retirement.beforeLegalAge          | - | retirement@2024-11-20: idNumber=%id 35010119660807001
      retirement.beforeLegalAge          | - | retirement@2026-11-20: idNumber=%id 35010119760707001; retirementType=因病退休
      row.samePerson                     | = | enrolment: & idNumber=11010519911208002x
      row.samePerson                     | - | enrolment: & name=李小芳
      row.samePerson                     | - | enrolment: idType=护照; idNumber=12345678 & idType=台湾居民来往大陆通行证; idNumber=12345678
      row.samePerson                     | = | enrolment: & idType=其他; idNumber=11010519911208002X
      row.none                           | = | termination: no rows
      row.none                           | - | termination:
      """;

  private record Line(String rule, Set<String> expected, String example) {
    static Line parse(String line) {
      String[] parts = line.split("\\|", 3);
      String rule = parts[0].strip();
      String found = parts[1].strip();
      Set<String> expected =
          switch (found) {
            case "=" -> Set.of(rule);
            case "-" -> Set.of();
            default -> Set.of(found.split(" ", -1));
          };
      return new Line(rule, expected, fill(parts[2].strip()));
    }

    private static String fill(String example) {
      String id = filled(example, "%id ", IdNumbers::checkCharacter);
      return filled(id, "%cc ", CreditCodes::checkCharacter)
          .replace("%201", "长".repeat(201))
          .replace("%200", "长".repeat(200));
    }
  }

  /// The seventeen characters after a mark get the eighteenth.
  private static String filled(String example, String mark, Function<String, Character> check) {
    int at = example.indexOf(mark);
    if (at < 0) {
      return example;
    }
    int end = at + mark.length() + 17;
    return example.substring(0, at)
        + example.substring(at + mark.length(), end)
        + check.apply(example.substring(at + mark.length(), end))
        + example.substring(end);
  }

  private static List<String> lines() {
    return TABLE.lines().filter(line -> !line.isBlank()).toList();
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("lines")
  void aDraftBreaksExactlyTheRulesItIsSaidToBreak(String written) {
    Line line = Line.parse(written);

    Verdict verdict = check(line.example());

    assertThat(new HashSet<>(verdict.findings().stream().map(Finding::rule).toList()))
        .isEqualTo(line.expected());
    assertThat(verdict.findings())
        .allSatisfy(finding -> {
          Rule rule = rule(finding.rule());
          assertThat(finding.severity()).isEqualTo(rule.severity());
          assertThat(finding.details()).hasSameSizeAs(rule.details());
        });
    boolean stops =
        Arrays.stream(Rule.values())
            .anyMatch(
                rule -> line.expected().contains(rule.id()) && rule.severity() == Severity.ERROR);
    assertThat(verdict).isInstanceOf(stops ? Verdict.Faulty.class : Verdict.Passed.class);
  }

  @Test
  void everyRuleIsBrokenOnceAndNearlyBrokenOnce() {
    List<Line> table = lines().stream().map(Line::parse).toList();

    for (Rule rule : Rule.values()) {
      List<Line> its = table.stream().filter(line -> line.rule().equals(rule.id())).toList();
      assertThat(its).as(rule.id()).anyMatch(line -> line.expected().contains(rule.id()));
      assertThat(its).as(rule.id()).anyMatch(line -> !line.expected().contains(rule.id()));
    }
    assertThat(Arrays.stream(Rule.values()).map(Rule::id).toList())
        .containsAll(table.stream().map(Line::rule).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void findingsComeErrorsFirstThenByRowAndColumn() {
    Verdict verdict = check("enrolment: name=李3; insurances=; phone=1 & idNumber=1; unit.name=");

    assertThat(verdict.findings().stream().map(f -> f.rule() + " " + f.place()).toList())
        .containsExactly(
            "unit.nameMissing 申报!D2",
            "phone.form 申报!D4",
            "cell.required 申报!O4",
            "id.form 申报!B5",
            "name.form 申报!C4");
  }

  @Test
  void columnsBehindZComeAfterZ() {
    Draft draft = Example.draft("enrolment: idNumber=1; phone=1");
    java.util.Map<String, String> columns = new java.util.HashMap<>(draft.columns());
    columns.put("idNumber", "AA");
    Draft wide =
        new Draft(draft.kind(), "申报", draft.unit(), draft.unitRow(), columns, draft.rows());

    assertThat(
            check(wide, Example.DAY.atStartOfDay()).findings().stream()
                .map(f -> f.place().column())
                .toList())
        .containsExactly("D", "AA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enrolment: idNumber=11010519911208003X",
        "enrolment: & idNumber=11010519911208002X",
        "enrolment: name=张\\u200B三",
        "enrolment: phone=12345"
      })
  void aFindingsDetailsAndTextFormHoldNothingPersonal(String example) {
    Verdict verdict = check(example);

    assertThat(verdict.findings()).isNotEmpty();
    assertThat(verdict + verdict.findings().getFirst().details().toString())
        .doesNotContain("1101051991", "张", "12345", "李小芳", "13800138000");
  }

  @Test
  void whatPassedHoldsCanonicalTextsOnlyAndCannotBeChanged() {
    Verdict verdict =
        check(
            "enrolment: idNumber=１１０１０５19911208002x; contractStart=2026/11/1;"
                + " contributionBase=number:5000; insuredFrom=date:2026-11-01; note=;"
                + " name=\\u3000李小芳 ");

    assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    var content = ((Verdict.Passed) verdict).declaration().content();
    var values = content.rows().getFirst().values();
    assertThat(values)
        .containsEntry("idNumber", "11010519911208002X")
        .containsEntry("contractStart", "2026-11-01")
        .containsEntry("contributionBase", "5000.00")
        .containsEntry("insuredFrom", "2026-11")
        .containsEntry("name", "李小芳")
        .doesNotContainKey("note");
    assertThat(content.settlementMonth()).isEqualTo(MONTH);
    assertThat(content.rows().getFirst().row()).isEqualTo(Example.FIRST_ROW);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> values.put("name", "王五"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Rule rule(String id) {
    return Arrays.stream(Rule.values())
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static Verdict check(String example) {
    return check(Example.draft(example), Example.time(example));
  }

  private static Verdict check(Draft draft, LocalDateTime now) {
    return RuleBook.on(
            draft.kind(), FilingCalendar.inWindows(new FilingCalendar.Rule(11, 6), List.of()), now)
        .check(draft, "practice", "名单.xlsx");
  }
}
