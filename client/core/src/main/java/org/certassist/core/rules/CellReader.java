package org.certassist.core.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;

/// Reads a cell as its column's type, and never guesses where a spreadsheet may have lost
/// something.
final class CellReader {
  /// More than this in one cell is not a value but an accident.
  static final int LONGEST_TEXT = 200;

  /// Both separators alike, or eight digits: 2026-111 could be two dates, 2026.11 is none.
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?|(\\d{2})(\\d{2}))");

  /// After a point two digits: 2026.1 may have been 2026.10 in a number cell.
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:[-/](\\d{1,2})|\\.(\\d{2})|年(\\d{1,2})月?|(\\d{2}))");

  /// A comma only where it parts thousands: 5000,50 may be a decimal comma.
  private static final Pattern MONEY =
      Pattern.compile("(\\d{1,9}|\\d{1,3}(,\\d{3}){1,2})(\\.\\d{1,2})?");

  private static final BigDecimal MOST_MONEY = new BigDecimal("999999999.99");
  private static final int EARLIEST_YEAR = 1900;

  /// A spreadsheet keeps and shows 15 digits; what lies behind them is the noise of binary
  /// fractions.
  private static final int DIGITS_KEPT = 15;

  CellReading read(Column column, CellValue cell) {
    return switch (cell) {
      case CellValue.Blank() -> new CellReading.Blank();
      case CellValue.Formula(String formula) -> unreadable(Rule.CELL_FORMULA, "=" + formula);
      case CellValue.Broken(String error) -> unreadable(Rule.CELL_BROKEN, error);
      case CellValue.Flag(boolean flag) ->
          unreadable(Rule.CELL_FLAG, Boolean.toString(flag).toUpperCase(Locale.ROOT));
      case CellValue.Text(String text) -> readText(column, text);
      case CellValue.Numeric numeric -> readNumber(column, numeric);
      case CellValue.Date date -> readDate(column, date);
    };
  }

  private static CellReading readText(Column column, String typed) {
    String text = CellText.clean(typed);
    if (text.isEmpty()) {
      return new CellReading.Blank();
    }
    if (CellText.hasHiddenCharacters(text)) {
      return unreadable(Rule.CELL_HIDDEN_CHARACTER, text);
    }
    if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
      String beginning = text.substring(0, text.offsetByCodePoints(0, 20));
      return unreadable(Rule.CELL_TOO_LONG, beginning + "…", Integer.toString(LONGEST_TEXT));
    }
    return switch (column.type()) {
      case DATE -> parseDate(text, text);
      case MONTH -> parseMonth(text, text);
      case MONEY -> parseMoney(text);
      case ID ->
          CellText.looksScientific(text)
              ? unreadable(Rule.CELL_ID_AS_NUMBER, text)
              : value(CellText.halfWidth(text).toUpperCase(Locale.ROOT));
      case PHONE -> value(CellText.halfWidth(text));
      case CODE -> parseCode(column, text);
      case TEXT, ADDRESS -> value(text);
    };
  }

  private static CellReading readNumber(Column column, CellValue.Numeric numeric) {
    String shown = numeric.shown();
    return switch (column.type()) {
      // What a number cell shows of an 18-digit ID is not what was typed.
      case ID -> unreadable(Rule.CELL_ID_AS_NUMBER, shown);
      case MONEY -> moneyIn(numeric);
      case DATE ->
          digits(numeric)
              .map(digits -> parseDate(digits, shown))
              .orElseGet(() -> unreadable(Rule.CELL_NOT_A_DATE, shown));
      case MONTH ->
          digits(numeric)
              .map(digits -> parseMonth(digits, shown))
              .orElseGet(() -> unreadable(Rule.CELL_NOT_A_MONTH, shown));
      case CODE ->
          digits(numeric)
              .map(digits -> parseCode(column, digits))
              .orElseGet(() -> parseCode(column, shown));
      case PHONE, TEXT, ADDRESS ->
          digits(numeric)
              .<CellReading>map(CellReading.Value::new)
              .orElseGet(() -> unreadable(Rule.CELL_DIGITS_LOST, shown));
    };
  }

  private static CellReading readDate(Column column, CellValue.Date cell) {
    LocalDate date = cell.date().toLocalDate();
    return switch (column.type()) {
      case DATE -> parseDate(date.toString(), date.toString());
      case MONTH -> value(YearMonth.from(date).toString());
      // A spreadsheet makes a date of a text such as 3-1: what was typed is gone.
      case TEXT, ID, MONEY, CODE, PHONE, ADDRESS ->
          unreadable(Rule.CELL_IS_A_DATE, date.toString());
    };
  }

  private static CellReading parseDate(String text, String shown) {
    return parts(DATE.matcher(CellText.halfWidth(text)))
        .filter(parts -> parts[0] >= EARLIEST_YEAR)
        .flatMap(CellReader::date)
        .map(date -> value(date.toString()))
        .orElseGet(() -> unreadable(Rule.CELL_NOT_A_DATE, shown));
  }

  private static Optional<LocalDate> date(int[] parts) {
    try {
      return Optional.of(LocalDate.of(parts[0], parts[1], parts[2]));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static CellReading parseMonth(String text, String shown) {
    return parts(MONTH.matcher(CellText.halfWidth(text)))
        .filter(parts -> parts[0] >= EARLIEST_YEAR && parts[1] >= 1 && parts[1] <= 12)
        .map(parts -> value(YearMonth.of(parts[0], parts[1]).toString()))
        .orElseGet(() -> unreadable(Rule.CELL_NOT_A_MONTH, shown));
  }

  private static CellReading parseMoney(String typed) {
    String text = CellText.halfWidth(typed);
    return MONEY.matcher(text).matches()
        ? value(yuan(new BigDecimal(text.replace(",", ""))))
        : unreadable(Rule.CELL_NOT_MONEY, typed);
  }

  private static CellReading moneyIn(CellValue.Numeric numeric) {
    BigDecimal seen = asSeen(numeric);
    boolean money = seen.signum() >= 0 && seen.compareTo(MOST_MONEY) <= 0 && seen.scale() <= 2;
    return money ? value(yuan(seen)) : unreadable(Rule.CELL_NOT_MONEY, numeric.shown());
  }

  private static String yuan(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
  }

  private static CellReading parseCode(Column column, String text) {
    return column.choices().contains(text)
        ? value(text)
        : unreadable(Rule.CELL_NOT_IN_LIST, text, String.join(" · ", column.choices()));
  }

  /// A number's digits, with the zeros in front that its format shows; empty where some may be
  /// lost.
  private static Optional<String> digits(CellValue.Numeric numeric) {
    BigDecimal seen = asSeen(numeric);
    if (seen.precision() - seen.scale() > DIGITS_KEPT || seen.scale() > DIGITS_KEPT) {
      return Optional.empty();
    }
    String plain = seen.toPlainString();
    String shown = numeric.shown();
    return Optional.of(shown.matches("0+" + Pattern.quote(plain)) ? shown : plain);
  }

  private static BigDecimal asSeen(CellValue.Numeric numeric) {
    return numeric.number().round(new MathContext(DIGITS_KEPT)).stripTrailingZeros();
  }

  /// The groups of a match that hold digits, as numbers; zeros behind them.
  private static Optional<int[]> parts(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int[] parts = new int[matcher.groupCount()];
    int found = 0;
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String text = matcher.group(group);
      if (text != null && Character.isDigit(text.charAt(0))) {
        parts[found++] = Integer.parseInt(text);
      }
    }
    return Optional.of(parts);
  }

  private static CellReading value(String value) {
    return new CellReading.Value(value);
  }

  private static CellReading unreadable(Rule rule, String shown, String... details) {
    return new CellReading.Unreadable(rule, shown, List.of(details));
  }
}
