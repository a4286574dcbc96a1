package org.certassist.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;

/// The rows of a template from its first data row on: those given, and some empty ones prepared.
///
/// @param values by field
/// @param plain the look of each column's cells
/// @param quoted their look where a text begins like a formula
record TemplateRows(
    Sheet sheet,
    List<Column> columns,
    List<Map<String, String>> values,
    List<CellStyle> plain,
    List<CellStyle> quoted) {
  private static final Pattern SUM = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

  int count() {
    return Math.max(Layout.PREPARED_ROWS, values.size());
  }

  /// @param row from 0
  String value(int row, int column) {
    return row < values.size() ? values.get(row).getOrDefault(columns.get(column).field(), "") : "";
  }

  /// What a spreadsheet or an import from one might take for a formula.
  static boolean looksLikeFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
  }

  /// A date or sum as itself where it is one; anything else is the text it is, never a formula.
  static OptionalDouble number(ColumnType type, String value) {
    return switch (type) {
      case DATE -> day(value);
      case MONEY ->
          SUM.matcher(value).matches()
              ? OptionalDouble.of(Double.parseDouble(value))
              : OptionalDouble.empty();
      case TEXT, ID, MONTH, CODE, PHONE, ADDRESS -> OptionalDouble.empty();
    };
  }

  /// A day such as 2026-12-01 as spreadsheets count, which begin with the year 1900.
  private static OptionalDouble day(String value) {
    if (value.length() != 10 || value.charAt(0) == '+' || value.charAt(0) == '-') {
      return OptionalDouble.empty();
    }
    try {
      double day = DateUtil.getExcelDate(LocalDate.parse(value));
      return day >= 1 ? OptionalDouble.of(day) : OptionalDouble.empty();
    } catch (DateTimeException noSuchDay) {
      return OptionalDouble.empty();
    }
  }

  /// Makes them in the sheet.
  void create() {
    for (int r = 0; r < count(); r++) {
      Row row = sheet.createRow(Layout.FIRST_DATA_ROW - 1 + r);
      for (int c = 0; c < columns.size(); c++) {
        String value = value(r, c);
        Cell cell = row.createCell(c);
        cell.setCellStyle(looksLikeFormula(value) ? quoted.get(c) : plain.get(c));
        OptionalDouble number = number(columns.get(c).type(), value);
        if (number.isPresent()) {
          cell.setCellValue(number.getAsDouble());
        } else if (!value.isEmpty()) {
          cell.setCellValue(value);
        }
      }
    }
  }
}
