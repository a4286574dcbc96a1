package org.certassist.core.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.workbook.Repair.Why;

/// Finds the cells of a draft that can be mended safely, and how.
///
/// Only texts are: what a number cell has lost, nobody can bring back. A date is mended where the
/// year stands first, so that month and day cannot be confused.
public final class Repairs {
  private static final Map<String, ColumnType> UNIT_TYPES =
      Map.of("creditCode", ColumnType.ID, "name", ColumnType.TEXT, "type", ColumnType.CODE);

  /// Zero-width spaces and joiners, direction marks, the soft hyphen.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");

  /// What turns the direction of writing; harmless around digits, telling in a name.
  private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?)");

  /// After a point two digits: 2026.1 may have been 2026.10.
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:[-/](\\d{1,2})|\\.(\\d{2})|年(\\d{1,2})月?)");

  private static final int EARLIEST_YEAR = 1900;

  private final List<Repair> found = new ArrayList<>();

  private Repairs() {}

  /// In the order of rows and columns.
  public static List<Repair> of(Draft draft) {
    Repairs repairs = new Repairs();
    for (String cell : List.of("creditCode", "name", "type")) {
      String field = "unit." + cell;
      repairs.look(
          draft.place(draft.unitRow(), field),
          field,
          UNIT_TYPES.getOrDefault(cell, ColumnType.TEXT),
          draft.unit().getOrDefault(cell, new CellValue.Blank()));
    }
    for (DraftRow row : draft.rows()) {
      for (Column column : draft.kind().columns()) {
        String field = column.field();
        repairs.look(draft.place(row.row(), field), field, column.type(), row.cell(field));
      }
    }
    return List.copyOf(repairs.found);
  }

  private void look(CellPlace place, String field, ColumnType type, CellValue cell) {
    if (!(cell instanceof CellValue.Text(String before))) {
      return;
    }
    List<Why> why = new ArrayList<>();
    String text = changed(before, seen(before, type), Why.INVISIBLE, why);
    text = changed(text, trimmed(text), Why.SPACES, why);
    text = changed(text, isDigits(type) ? halfWidth(text) : text, Why.WIDTH, why);
    text = changed(text, formed(text, type), Why.DATE_FORM, why);
    if (!why.isEmpty() && !text.isEmpty()) {
      found.add(new Repair(place, field, before, text, why));
    }
  }

  private static String changed(String was, String is, Why reason, List<Why> why) {
    if (!was.equals(is)) {
      why.add(reason);
    }
    return is;
  }

  private static String seen(String text, ColumnType type) {
    String seen = INVISIBLE.matcher(text).replaceAll("");
    return isDigits(type) ? TURNING.matcher(seen).replaceAll("") : seen;
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isDigits(ColumnType type) {
    return switch (type) {
      case ID, PHONE, DATE, MONTH, MONEY -> true;
      case TEXT, CODE, ADDRESS -> false;
    };
  }

  private static String halfWidth(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }

  private static String formed(String text, ColumnType type) {
    return switch (type) {
      case DATE -> date(text).map(LocalDate::toString).orElse(text);
      case MONTH -> month(text).map(YearMonth::toString).orElse(text);
      case TEXT, ID, MONEY, CODE, PHONE, ADDRESS -> text;
    };
  }

  private static Optional<LocalDate> date(String text) {
    List<Integer> parts = parts(DATE.matcher(text));
    try {
      return parts.isEmpty() || parts.getFirst() < EARLIEST_YEAR
          ? Optional.empty()
          : Optional.of(LocalDate.of(parts.get(0), parts.get(1), parts.get(2)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<YearMonth> month(String text) {
    List<Integer> parts = parts(MONTH.matcher(text));
    try {
      return parts.isEmpty() || parts.getFirst() < EARLIEST_YEAR
          ? Optional.empty()
          : Optional.of(YearMonth.of(parts.get(0), parts.get(1)));
    } catch (DateTimeException noSuchMonth) {
      return Optional.empty();
    }
  }

  /// The groups of a match that hold digits; none without a match.
  private static List<Integer> parts(Matcher matcher) {
    List<Integer> parts = new ArrayList<>();
    if (matcher.matches()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        String text = matcher.group(group);
        if (text != null && Character.isDigit(text.charAt(0))) {
          parts.add(Integer.parseInt(text));
        }
      }
    }
    return parts;
  }
}
