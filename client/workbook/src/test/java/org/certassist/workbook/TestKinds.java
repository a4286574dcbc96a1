package org.certassist.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;

/// The two kinds as client/datafiles has them, and people to fill them with.
final class TestKinds {
  static final List<String> ID_TYPES =
      List.of("居民身份证", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "港澳台居民居住证", "外国人永久居留身份证", "护照", "其他");
  static final List<String> EDUCATION =
      List.of("研究生", "大学本科", "大学专科", "中等专科", "高中", "初中", "小学", "其他");

  static final Kind ENROLMENT =
      new Kind(
          "enrolment",
          1,
          "用人单位用工参保登记",
          "Enrolment",
          Kind.Direction.IN,
          List.of(
              code("证件类型", "idType", Requirement.REQUIRED, ID_TYPES),
              column("证件号码", "idNumber", ColumnType.ID, Requirement.REQUIRED, "11010519491231002X"),
              column("姓名", "name", ColumnType.TEXT, Requirement.REQUIRED, "张三"),
              column("联系电话", "phone", ColumnType.PHONE, Requirement.REQUIRED, "13800000000"),
              column(
                  "户籍地址",
                  "householdAddress",
                  ColumnType.ADDRESS,
                  Requirement.REQUIRED,
                  "江苏省苏州市吴江区松陵镇中山路1号"),
              code(
                  "人员类别",
                  "personCategory",
                  Requirement.REQUIRED,
                  List.of("企业职工", "个体工商户", "非全日制工伤人员", "多重劳动关系工伤人员")),
              code("文化程度", "education", Requirement.OPTIONAL, EDUCATION),
              column("岗位（工种）", "position", ColumnType.TEXT, Requirement.REQUIRED, "挡车工"),
              code("用工形式", "employmentForm", Requirement.REQUIRED, List.of("全日制", "非全日制", "其他")),
              code(
                  "合同期限类型",
                  "contractTerm",
                  Requirement.REQUIRED,
                  List.of("固定期限", "无固定期限", "以完成一定工作任务为期限")),
              column(
                  "合同开始日期", "contractStart", ColumnType.DATE, Requirement.REQUIRED, "2026-12-01"),
              column(
                  "合同终止日期", "contractEnd", ColumnType.DATE, Requirement.CONDITIONAL, "2029-11-30"),
              column("起始参保月份", "insuredFrom", ColumnType.MONTH, Requirement.OPTIONAL, "2026-12"),
              column(
                  "月缴费基数", "contributionBase", ColumnType.MONEY, Requirement.REQUIRED, "6000.00"),
              code("参保险种", "insurances", Requirement.REQUIRED, List.of("三险", "仅工伤")),
              code("用工类型", "dispatchType", Requirement.DISPATCH_ONLY, List.of("派遣", "外包", "代理")),
              column("实际用工单位编号", "userUnitNumber", ColumnType.TEXT, Requirement.DISPATCH_ONLY, ""),
              column("实际用工单位名称", "userUnitName", ColumnType.TEXT, Requirement.DISPATCH_ONLY, ""),
              column("备注", "note", ColumnType.TEXT, Requirement.OPTIONAL, "")));

  static final Kind TERMINATION =
      new Kind(
          "termination",
          1,
          "用人单位退工停保登记",
          "Termination",
          Kind.Direction.OUT,
          List.of(
              code("证件类型", "idType", Requirement.REQUIRED, ID_TYPES),
              column("证件号码", "idNumber", ColumnType.ID, Requirement.REQUIRED, "11010519491231002X"),
              column("姓名", "name", ColumnType.TEXT, Requirement.REQUIRED, "张三"),
              code(
                  "变更原因",
                  "reason",
                  Requirement.REQUIRED,
                  List.of("合同期满", "单位解除", "个人辞职", "协商一致", "退休", "死亡", "其他")),
              column("停保日期", "stopDate", ColumnType.DATE, Requirement.REQUIRED, "2026-11-20"),
              column("合同终止日期", "contractEnd", ColumnType.DATE, Requirement.OPTIONAL, ""),
              column("联系电话", "phone", ColumnType.PHONE, Requirement.OPTIONAL, ""),
              column("备注", "note", ColumnType.TEXT, Requirement.OPTIONAL, "")));

  static final List<Kind> BOTH = List.of(ENROLMENT, TERMINATION);

  static final Unit UNIT = new Unit("91320509MA1X2Y3Z4A", "苏州市吴江区示例纺织有限公司", UnitType.ORDINARY);

  private TestKinds() {}

  static List<Map<String, String>> people(int count) {
    List<Map<String, String>> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(
          Map.ofEntries(
              Map.entry("idType", "居民身份证"),
              Map.entry("idNumber", "32058419900101%04d".formatted(i % 10_000)),
              Map.entry("name", List.of("张三", "李四", "欧阳娜娜", "王小明").get(i % 4)),
              Map.entry("phone", "138%08d".formatted(i)),
              Map.entry("householdAddress", "江苏省苏州市吴江区松陵镇中山路" + (i + 1) + "号"),
              Map.entry("personCategory", "企业职工"),
              Map.entry("education", "大学专科"),
              Map.entry("position", "挡车工"),
              Map.entry("employmentForm", "全日制"),
              Map.entry("contractTerm", "固定期限"),
              Map.entry("contractStart", "2026-12-01"),
              Map.entry("contractEnd", "2029-11-30"),
              Map.entry("insuredFrom", "2026-12"),
              Map.entry("contributionBase", "6000.00"),
              Map.entry("insurances", "三险"),
              Map.entry("reason", "合同期满"),
              Map.entry("stopDate", "2026-11-20")));
    }
    return people;
  }

  private static Column column(
      String header, String field, ColumnType type, Requirement requirement, String example) {
    return new Column(header, field, type, requirement, List.of(), example);
  }

  private static Column code(
      String header, String field, Requirement requirement, List<String> choices) {
    return new Column(header, field, ColumnType.CODE, requirement, choices, choices.getFirst());
  }
}
