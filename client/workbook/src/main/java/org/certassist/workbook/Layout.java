package org.certassist.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.workbook.HeaderWords;
import org.certassist.core.workbook.Workbooks;

/// Where everything stands in our templates; rows count from 1, columns from 0.
final class Layout {
  static final String DATA_SHEET = Workbooks.DATA_SHEET;
  static final String NOTES_SHEET = "填写说明";
  static final String PROBLEMS_SHEET = "问题清单";

  static final int TITLE_ROW = 1;
  static final int UNIT_ROW = 2;
  static final int HEADER_ROW = 3;
  static final int FIRST_DATA_ROW = Workbooks.FIRST_DATA_ROW;
  static final int PREPARED_ROWS = 7;

  private static final int LONGEST_SHOWN = 60;

  /// One of the unit's cells with the label before it.
  ///
  /// @param field as a draft names it, without `unit.`
  record UnitCell(int labelColumn, String label, String field) {
    int column() {
      return labelColumn + 1;
    }
  }

  static final List<UnitCell> UNIT_CELLS =
      List.of(
          new UnitCell(0, "统一社会信用代码", "creditCode"),
          new UnitCell(2, "单位名称", "name"),
          new UnitCell(4, "单位类型", "type"));

  private Layout() {}

  static String header(Column column) {
    return column.requirement() == Requirement.REQUIRED ? "*" + column.header() : column.header();
  }

  /// A header or label as it is compared.
  static String comparable(String text) {
    return HeaderWords.comparable(text);
  }

  /// A stranger's text, short enough to be shown in a sentence.
  static String shown(String text) {
    String one = text.replaceAll("[\\s\\p{Zs}]+", " ").strip();
    return one.length() <= LONGEST_SHOWN ? one : one.substring(0, LONGEST_SHOWN) + "…";
  }

  /// The column letter of every field, unit fields as `unit.…`.
  static Map<String, String> letters(Kind kind) {
    Map<String, String> letters = new HashMap<>();
    UNIT_CELLS.forEach(cell -> letters.put("unit." + cell.field(), Columns.letter(cell.column())));
    for (int i = 0; i < kind.columns().size(); i++) {
      letters.put(kind.columns().get(i).field(), Columns.letter(i));
    }
    return letters;
  }
}
