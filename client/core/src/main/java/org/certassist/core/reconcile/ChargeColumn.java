package org.certassist.core.reconcile;

import java.util.List;
import org.certassist.core.listing.ListColumn;

/// The columns of a portal's monthly detail (人员月缴费明细, 应征明细), in the words of the portals; those of
/// one insurance are found by [InsuranceColumns].
enum ChargeColumn implements ListColumn {
  ID_NUMBER("证件号码", "身份证号码", "身份证号", "证件号", "公民身份号码", "社会保障号码", "社会保障号"),
  NAME("姓名", "人员姓名", "职工姓名", "员工姓名"),
  INSURANCE("险种", "险种名称", "险种类型", "险种类别", "征缴险种", "参保险种"),
  BASE("缴费基数", "月缴费基数", "缴费工资", "月缴费工资", "缴费工资基数", "基数"),
  MONTH("结算年月", "费款所属期", "对应费款所属期", "所属期", "所属月份", "缴费月份", "缴费年月", "征缴年月", "应缴年月", "费款年月");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> words;

  ChargeColumn(String... words) {
    this.words = List.of(words);
  }

  @Override
  public List<String> words() {
    return words;
  }
}
