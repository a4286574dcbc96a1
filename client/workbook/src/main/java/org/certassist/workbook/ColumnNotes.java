package org.certassist.workbook;

import java.util.Map;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;

/// What the notes sheet and the prompts say about a column; the template's own words, Chinese.
final class ColumnNotes {
  private static final Map<String, String> MORE =
      Map.ofEntries(
          Map.entry("idType", "一般是居民身份证；外籍和港澳台人员选本人的证件"),
          Map.entry("idNumber", "按文本填写，不要用科学计数法；18 位号码末位是 X 的填大写 X"),
          Map.entry("name", "与证件上的一致"),
          Map.entry("householdAddress", "写成“**省**市**区（县）……”"),
          Map.entry("contractStart", "不能晚于当前结算年月"),
          Map.entry("contractEnd", "合同期限类型为“固定期限”时必填，不能早于今天"),
          Map.entry("insuredFrom", "不填按合同开始日期所在的月份；最多补缴 6 个月"),
          Map.entry("stopDate", "不能晚于今天"),
          Map.entry("dispatchType", "只有人力资源服务、劳务派遣单位填写"),
          Map.entry("userUnitNumber", "只有人力资源服务、劳务派遣单位填写"),
          Map.entry("userUnitName", "只有人力资源服务、劳务派遣单位填写"),
          Map.entry("phone", "11 位手机号，或带区号的固定电话"));

  private ColumnNotes() {}

  static String requirement(Column column) {
    return switch (column.requirement()) {
      case REQUIRED -> "必填";
      case OPTIONAL -> "选填";
      case CONDITIONAL -> "符合条件时必填";
      case DISPATCH_ONLY -> "仅派遣类单位";
    };
  }

  /// How the column is filled, in one line.
  static String how(Column column) {
    String form = form(column.type());
    String more = MORE.getOrDefault(column.field(), "");
    return more.isEmpty() ? form : form + "；" + more;
  }

  private static String form(ColumnType type) {
    return switch (type) {
      case TEXT -> "文字";
      case ID -> "证件上的号码";
      case DATE -> "日期，写成 2026-12-01";
      case MONTH -> "年月，写成 2026-12";
      case MONEY -> "金额，单位元，最多两位小数";
      case CODE -> "从下拉列表里选";
      case PHONE -> "电话号码";
      case ADDRESS -> "地址";
    };
  }
}
