package org.certassist.core.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Kind;

/// A draft written as one line: what differs from a workbook in which everything is right.
///
/// `enrolment: idNumber=1101; name=` changes two cells of the one row; `&` begins a further row;
/// `termination: no rows` has none. A value is a text cell unless it begins with `number:`,
/// `date:`, `formula:`, `error:` or `flag:`; `\u200B` and the like stand for one character.
/// `pre-registration@2026-12-08: …` is checked at noon of that day instead of [#DAY].
public final class Example {
  /// The first row's place as a spreadsheet counts, and that of the unit's cells.
  public static final int FIRST_ROW = 4;

  /// The day on which examples are checked that name none; settlement month 2026-12.
  public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final int UNIT_ROW = 2;
  private static final Pattern CHARACTER = Pattern.compile("\\\\u([0-9A-F]{4})");
  private static final List<String> PEOPLE =
      List.of("11010519911208002X", "320509199003070021", "440301198807154513");

  private Example() {}

  public static Draft draft(String line) {
    String[] parts = line.split(":", 2);
    Kind kind = Kinds.of(parts[0].split("@", 2)[0]);
    Map<String, CellValue> unit = new HashMap<>();
    unit.put("creditCode", new CellValue.Text("91350100M000100Y43"));
    unit.put("name", new CellValue.Text("福州练习制造有限公司"));
    unit.put("type", new CellValue.Text(kind.equals(Kinds.DISPATCH_TRANSFER) ? "劳务派遣" : "普通"));
    List<DraftRow> rows = new ArrayList<>();
    String changes = parts.length > 1 ? parts[1].strip() : "";
    if (!changes.equals("no rows")) {
      for (String row : changes.split("&", -1)) {
        rows.add(row(kind, rows.size(), row, unit));
      }
    }
    return new Draft(kind, "申报", unit, UNIT_ROW, columns(kind), rows);
  }

  /// When the example is checked.
  public static LocalDateTime time(String line) {
    String[] kind = line.split(":", 2)[0].split("@", 2);
    return (kind.length > 1 ? LocalDate.parse(kind[1]) : DAY).atTime(12, 0);
  }

  private static DraftRow row(Kind kind, int index, String changes, Map<String, CellValue> unit) {
    Map<String, CellValue> cells = new HashMap<>(rightRow(kind, index));
    for (String change : changes.split(";", -1)) {
      if (change.isBlank()) {
        continue;
      }
      String[] parts = change.split("=", 2);
      String field = parts[0].strip();
      if (field.startsWith("unit.")) {
        unit.put(field.substring("unit.".length()), cell(parts[1]));
      } else if (kind.column(field).isPresent()) {
        cells.put(field, cell(parts[1]));
      } else {
        throw new IllegalArgumentException("no such field: " + field);
      }
    }
    return new DraftRow(FIRST_ROW + index, cells);
  }

  private static Map<String, CellValue> rightRow(Kind kind, int index) {
    Map<String, CellValue> cells = new HashMap<>();
    cells.put("idType", new CellValue.Text("居民身份证"));
    cells.put("idNumber", new CellValue.Text(PEOPLE.get(index)));
    cells.put("name", new CellValue.Text("李小芳"));
    if (kind.equals(Kinds.TERMINATION)) {
      cells.put("reason", new CellValue.Text("个人辞职"));
      cells.put("stopDate", new CellValue.Text("2026-11-20"));
      return cells;
    }
    if (kind.equals(Kinds.RETIREMENT)) {
      cells.put("idNumber", new CellValue.Text("350101197403070024"));
    }
    cells.put("sex", new CellValue.Text("女"));
    cells.put("reversedKind", new CellValue.Text("退工停保"));
    cells.put("originalDate", new CellValue.Text("2026-11-20"));
    cells.put("reason", new CellValue.Text("停保日期填错"));
    cells.put("workStart", new CellValue.Text("2026-12-08"));
    cells.put("fromUnitNumber", new CellValue.Text("3205990000011"));
    cells.put("fromUnitName", new CellValue.Text("甲公司"));
    cells.put("toUnitNumber", new CellValue.Text("3205990000029"));
    cells.put("toUnitName", new CellValue.Text("乙公司"));
    cells.put("transferDate", new CellValue.Text("2026-11-20"));
    cells.put("oldBase", new CellValue.Text("5000.00"));
    cells.put("newBase", new CellValue.Text("6200.00"));
    cells.put("from", new CellValue.Text("2026-12"));
    cells.put("attachments", new CellValue.Text("工资.jpg;合同.pdf"));
    cells.put("workedSince", new CellValue.Text("1994-08-01"));
    cells.put("retirementType", new CellValue.Text("正常退休"));
    cells.put("retireMonth", new CellValue.Text("2026-12"));
    cells.put("phone", new CellValue.Text("13800138000"));
    cells.put("householdAddress", new CellValue.Text("江苏省苏州市吴江区"));
    cells.put("personCategory", new CellValue.Text("企业职工"));
    cells.put("position", new CellValue.Text("仓库管理员"));
    cells.put("employmentForm", new CellValue.Text("全日制"));
    cells.put("contractTerm", new CellValue.Text("固定期限"));
    cells.put("contractStart", new CellValue.Text("2026-11-16"));
    cells.put("contractEnd", new CellValue.Text("2029-11-15"));
    cells.put("contributionBase", new CellValue.Text("5000.00"));
    cells.put("insurances", new CellValue.Text("三险"));
    return cells;
  }

  /// A cell as the class comment describes it.
  public static CellValue cell(String written) {
    String text =
        CHARACTER
            .matcher(written.strip())
            .replaceAll(found -> {
              char c = (char) Integer.parseInt(found.group(1), 16);
              return java.util.regex.Matcher.quoteReplacement(String.valueOf(c));
            });
    int colon = text.indexOf(':');
    String kind = colon < 0 ? "" : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    return switch (kind) {
      case "number" -> number(rest);
      case "date" -> new CellValue.Date(LocalDateTime.parse(rest + "T00:00"));
      case "formula" -> new CellValue.Formula(rest);
      case "error" -> new CellValue.Broken(rest);
      case "flag" -> new CellValue.Flag(Boolean.parseBoolean(rest));
      default -> text.isEmpty() ? new CellValue.Blank() : new CellValue.Text(text);
    };
  }

  /// `330501~3.3E+5` is a number and how it is shown.
  private static CellValue number(String text) {
    String[] parts = text.split("~", 2);
    return new CellValue.Numeric(new BigDecimal(parts[0]), parts[parts.length - 1]);
  }

  private static Map<String, String> columns(Kind kind) {
    Map<String, String> letters = new HashMap<>();
    letters.put("unit.creditCode", "B");
    letters.put("unit.name", "D");
    letters.put("unit.type", "F");
    char letter = 'A';
    for (Column column : kind.columns()) {
      letters.put(column.field(), String.valueOf(letter++));
    }
    return letters;
  }
}
