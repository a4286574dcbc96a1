package org.certassist.core.results;

import java.util.List;
import org.certassist.core.listing.ListColumn;

/// The columns of 处理详情 → 结果, in the words of the portals.
enum ResultColumn implements ListColumn {
  ID_NUMBER("证件号码", "身份证号码", "身份证号", "证件号", "公民身份号码", "社会保障号码", "社会保障号"),
  NAME("姓名", "人员姓名", "职工姓名", "员工姓名"),
  STATUS("处理结果", "处理状态", "状态", "办理状态", "办理结果", "审核状态", "审核结果", "校验结果", "导入结果", "结果"),
  REASON(
      "失败原因", "错误原因", "错误信息", "失败信息", "原因", "提示信息", "错误描述", "校验信息", "处理信息", "处理意见", "审核意见", "备注",
      "说明");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> words;

  ResultColumn(String... words) {
    this.words = List.of(words);
  }

  @Override
  public List<String> words() {
    return words;
  }
}
