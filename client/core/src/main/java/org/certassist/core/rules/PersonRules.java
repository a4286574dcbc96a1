package org.certassist.core.rules;

import java.time.LocalDate;
import java.util.Optional;

/// What a person's row says about her twice must agree: the columns 性别 and 出生日期 with the eighteen
/// characters of her number (GB 11643).
final class PersonRules {
  private PersonRules() {}

  static void sex(CheckedRow row, Situation situation, Report report) {
    number(row)
        .filter(number -> !row.is("sex", IdNumbers.isMans(number) ? "男" : "女"))
        .flatMap(number -> row.text("sex"))
        .ifPresent(typed -> report.found(Rule.PERSON_SEX, row.row(), "sex", typed));
  }

  static void birthDate(CheckedRow row, Situation situation, Report report) {
    Optional<LocalDate> born = number(row).flatMap(IdNumbers::birthDate);
    row.date("birthDate")
        .filter(typed -> born.filter(birth -> !birth.equals(typed)).isPresent())
        .ifPresent(typed ->
            report.found(Rule.PERSON_BIRTH_DATE, row.row(), "birthDate", typed.toString()));
  }

  /// Her number where it has eighteen characters that agree.
  static Optional<String> number(CheckedRow row) {
    return row.text("idNumber").filter(IdNumbers::hasForm).filter(IdNumbers::checkAgrees);
  }
}
