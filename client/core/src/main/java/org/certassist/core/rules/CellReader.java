package org.certassist.core.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;

/// Reads a cell as its column's type, and never guesses where a spreadsheet may have lost
/// something.
final class CellReader {
  /// More than this in one cell is not a value but an accident.
  static final int LONGEST_TEXT = 200;

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})月?");
  private static final Pattern MONEY = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

  CellReading read(Column column, CellValue cell) {
    return switch (cell) {
      case CellValue.Blank() -> new CellReading.Blank();
      case CellValue.Formula(String formula) -> unreadable("cell.formula", "=" + formula);
      case CellValue.Broken(String error) -> unreadable("cell.broken", error);
      case CellValue.Flag(boolean flag) ->
          unreadable("cell.flag", Boolean.toString(flag).toUpperCase(java.util.Locale.ROOT));
      case CellValue.Text(String text) -> readText(column, text);
      case CellValue.Numeric numeric -> readNumber(column, numeric);
      case CellValue.Date date -> readDate(column, date);
    };
  }

  private CellReading readText(Column column, String typed) {
    String text = CellText.clean(typed);
    if (text.isEmpty()) {
      return new CellReading.Blank();
    }
    if (CellText.hasHiddenCharacters(text)) {
      return unreadable("cell.hiddenCharacter", text);
    }
    if (text.length() > LONGEST_TEXT) {
      return unreadable("cell.tooLong", text.substring(0, 20) + "…", "" + LONGEST_TEXT);
    }
    return switch (column.type()) {
      case DATE -> parseDate(text);
      case MONTH -> parseMonth(text);
      case MONEY -> parseMoney(text);
      case ID ->
          CellText.looksScientific(text)
              ? unreadable("cell.idAsNumber", text)
              : value(CellText.halfWidth(text).toUpperCase(java.util.Locale.ROOT));
      case PHONE -> value(CellText.halfWidth(text));
      case CODE -> parseCode(column, text);
      case TEXT, ADDRESS -> value(text);
    };
  }

  private CellReading readNumber(Column column, CellValue.Numeric numeric) {
    BigDecimal number = numeric.number();
    return switch (column.type()) {
      // A spreadsheet keeps 15 digits: what a number cell shows of an 18-digit ID is not what was
      // typed.
      case ID -> unreadable("cell.idAsNumber", numeric.shown());
      case MONEY ->
          number.signum() >= 0 && number.stripTrailingZeros().scale() <= 2
              ? value(number.setScale(2, RoundingMode.UNNECESSARY).toPlainString())
              : unreadable("cell.notMoney", numeric.shown());
      case DATE -> parseDate(plain(number));
      case MONTH -> parseMonth(plain(number));
      case PHONE -> value(plain(number));
      case CODE -> parseCode(column, plain(number));
      case TEXT, ADDRESS -> value(plain(number));
    };
  }

  private static CellReading readDate(Column column, CellValue.Date cell) {
    LocalDate date = cell.date().toLocalDate();
    return switch (column.type()) {
      case DATE -> value(date.toString());
      case MONTH -> value(YearMonth.from(date).toString());
      case TEXT -> value(date.toString());
      case ID, MONEY, CODE, PHONE, ADDRESS -> unreadable("cell.isADate", date.toString());
    };
  }

  private static CellReading parseDate(String typed) {
    String text = CellText.halfWidth(typed);
    Matcher parts = DATE.matcher(text);
    if (!parts.matches() || isAmbiguous(text)) {
      return unreadable("cell.notADate", typed);
    }
    try {
      return value(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)).toString());
    } catch (DateTimeException noSuchDay) {
      return unreadable("cell.notADate", typed);
    }
  }

  private static CellReading parseMonth(String typed) {
    String text = CellText.halfWidth(typed);
    Matcher parts = MONTH.matcher(text);
    if (!parts.matches() || (text.length() < 6)) {
      return unreadable("cell.notAMonth", typed);
    }
    try {
      return value(YearMonth.of(number(parts, 1), number(parts, 2)).toString());
    } catch (DateTimeException noSuchMonth) {
      return unreadable("cell.notAMonth", typed);
    }
  }

  /// Digits alone must be all eight: 2026111 could be two dates.
  private static boolean isAmbiguous(String text) {
    return text.chars().allMatch(Character::isDigit) && text.length() != 8;
  }

  private static CellReading parseMoney(String typed) {
    String text = CellText.halfWidth(typed).replace(",", "");
    return MONEY.matcher(text).matches()
        ? value(new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY).toPlainString())
        : unreadable("cell.notMoney", typed);
  }

  private static CellReading parseCode(Column column, String text) {
    return column.choices().contains(text)
        ? value(text)
        : unreadable("cell.notInList", text, String.join(" · ", column.choices()));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static CellReading value(String value) {
    return new CellReading.Value(value);
  }

  private static CellReading unreadable(String rule, String shown, String... details) {
    return new CellReading.Unreadable(rule, shown, List.of(details));
  }
}
