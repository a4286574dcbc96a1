package org.certassist.core.testing;

import java.util.ArrayList;
import java.util.List;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;

/// The kinds in short; the program reads them from data files that core does not see.
public final class Kinds {
  private static final Column ID_TYPE =
      code(
          "证件类型",
          "idType",
          Requirement.REQUIRED,
          "居民身份证",
          "港澳居民来往内地通行证",
          "台湾居民来往大陆通行证",
          "港澳台居民居住证",
          "外国人永久居留身份证",
          "护照",
          "其他");

  public static final Kind ENROLMENT =
      new Kind(
          "enrolment",
          1,
          "用人单位用工参保登记",
          "Enrolment of employees",
          Kind.Direction.IN,
          List.of(
              ID_TYPE,
              required("证件号码", "idNumber", ColumnType.ID),
              required("姓名", "name", ColumnType.TEXT),
              required("联系电话", "phone", ColumnType.PHONE),
              required("户籍地址", "householdAddress", ColumnType.ADDRESS),
              code(
                  "人员类别",
                  "personCategory",
                  Requirement.REQUIRED,
                  "企业职工",
                  "个体工商户",
                  "非全日制工伤人员",
                  "多重劳动关系工伤人员"),
              code(
                  "文化程度",
                  "education",
                  Requirement.OPTIONAL,
                  "研究生",
                  "大学本科",
                  "大学专科",
                  "中等专科",
                  "高中",
                  "初中",
                  "小学",
                  "其他"),
              required("岗位（工种）", "position", ColumnType.TEXT),
              code("用工形式", "employmentForm", Requirement.REQUIRED, "全日制", "非全日制", "其他"),
              code("合同期限类型", "contractTerm", Requirement.REQUIRED, "固定期限", "无固定期限", "以完成一定工作任务为期限"),
              required("合同开始日期", "contractStart", ColumnType.DATE),
              column("合同终止日期", "contractEnd", ColumnType.DATE, Requirement.CONDITIONAL),
              column("起始参保月份", "insuredFrom", ColumnType.MONTH, Requirement.OPTIONAL),
              required("月缴费基数", "contributionBase", ColumnType.MONEY),
              code("参保险种", "insurances", Requirement.REQUIRED, "三险", "仅工伤"),
              code("用工类型", "dispatchType", Requirement.DISPATCH_ONLY, "派遣", "外包", "代理"),
              column("实际用工单位编号", "userUnitNumber", ColumnType.TEXT, Requirement.DISPATCH_ONLY),
              column("实际用工单位名称", "userUnitName", ColumnType.TEXT, Requirement.DISPATCH_ONLY),
              column("备注", "note", ColumnType.TEXT, Requirement.OPTIONAL)));

  public static final Kind TERMINATION =
      new Kind(
          "termination",
          1,
          "用人单位退工停保登记",
          "Termination of employment",
          Kind.Direction.OUT,
          List.of(
              ID_TYPE,
              required("证件号码", "idNumber", ColumnType.ID),
              required("姓名", "name", ColumnType.TEXT),
              code(
                  "变更原因",
                  "reason",
                  Requirement.REQUIRED,
                  "合同期满",
                  "单位解除",
                  "个人辞职",
                  "协商一致",
                  "退休",
                  "死亡",
                  "其他"),
              required("停保日期", "stopDate", ColumnType.DATE),
              column("合同终止日期", "contractEnd", ColumnType.DATE, Requirement.OPTIONAL),
              column("联系电话", "phone", ColumnType.PHONE, Requirement.OPTIONAL),
              column("备注", "note", ColumnType.TEXT, Requirement.OPTIONAL)));

  public static final Kind PERSON_REGISTRATION =
      neither(
          "person-registration",
          code("性别", "sex", Requirement.OPTIONAL, "男", "女"),
          column("出生日期", "birthDate", ColumnType.DATE, Requirement.OPTIONAL),
          required("户籍地址", "householdAddress", ColumnType.ADDRESS),
          required("联系电话", "phone", ColumnType.PHONE));

  public static final Kind REVERSAL =
      neither(
          "reversal",
          code("回退业务", "reversedKind", Requirement.REQUIRED, "用工参保", "退工停保"),
          required("原业务日期", "originalDate", ColumnType.DATE),
          required("回退原因", "reason", ColumnType.TEXT));

  public static final Kind PRE_REGISTRATION =
      neither(
          "pre-registration",
          required("联系电话", "phone", ColumnType.PHONE),
          required("用工日期", "workStart", ColumnType.DATE),
          required("岗位（工种）", "position", ColumnType.TEXT));

  public static final Kind DISPATCH_TRANSFER =
      neither(
          "dispatch-transfer",
          required("原用工单位编号", "fromUnitNumber", ColumnType.TEXT),
          required("原用工单位名称", "fromUnitName", ColumnType.TEXT),
          required("新用工单位编号", "toUnitNumber", ColumnType.TEXT),
          required("新用工单位名称", "toUnitName", ColumnType.TEXT),
          required("调转日期", "transferDate", ColumnType.DATE));

  public static final Kind BASE_ADJUSTMENT =
      neither(
          "base-adjustment",
          column("原缴费基数", "oldBase", ColumnType.MONEY, Requirement.OPTIONAL),
          required("新缴费基数", "newBase", ColumnType.MONEY),
          required("调整起始月份", "from", ColumnType.MONTH),
          required("附件名称", "attachments", ColumnType.TEXT));

  public static final Kind RETIREMENT =
      neither(
          "retirement",
          required("参加工作时间", "workedSince", ColumnType.DATE),
          code("退休类型", "retirementType", Requirement.REQUIRED, "正常退休", "因病退休"),
          required("预计退休年月", "retireMonth", ColumnType.MONTH),
          required("联系电话", "phone", ColumnType.PHONE),
          column("附件名称", "attachments", ColumnType.TEXT, Requirement.OPTIONAL));

  private static final List<Kind> ALL =
      List.of(
          ENROLMENT,
          TERMINATION,
          PERSON_REGISTRATION,
          REVERSAL,
          PRE_REGISTRATION,
          DISPATCH_TRANSFER,
          BASE_ADJUSTMENT,
          RETIREMENT);

  private Kinds() {}

  public static Kind of(String id) {
    return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
  }

  /// The person's columns and those of the kind; titles do not matter to rules.
  private static Kind neither(String id, Column... columns) {
    List<Column> all =
        new ArrayList<>(
            List.of(
                ID_TYPE,
                required("证件号码", "idNumber", ColumnType.ID),
                required("姓名", "name", ColumnType.TEXT)));
    all.addAll(List.of(columns));
    return new Kind(id, 1, id, id, Kind.Direction.NEITHER, all);
  }

  private static Column required(String header, String field, ColumnType type) {
    return column(header, field, type, Requirement.REQUIRED);
  }

  private static Column column(
      String header, String field, ColumnType type, Requirement requirement) {
    return new Column(header, field, type, requirement, List.of(), "");
  }

  private static Column code(
      String header, String field, Requirement requirement, String... choices) {
    return new Column(header, field, ColumnType.CODE, requirement, List.of(choices), "");
  }
}
