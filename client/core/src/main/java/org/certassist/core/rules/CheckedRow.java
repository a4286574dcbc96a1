package org.certassist.core.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A row's values in canonical form, as far as its cells could be read.
///
/// @param row as the spreadsheet counts
/// @param values by field; a field whose cell is blank or unreadable is absent
/// @param unreadable fields whose cells hold something that could not be read
///
///   Neither is copied: whoever makes a row keeps nothing of it.
record CheckedRow(int row, Map<String, String> values, Set<String> unreadable) {
  /// Whether something stands in the cell, readable or not.
  boolean isFilled(String field) {
    return values.containsKey(field) || unreadable.contains(field);
  }

  Optional<String> text(String field) {
    return Optional.ofNullable(values.get(field));
  }

  Optional<LocalDate> date(String field) {
    return text(field).flatMap(CheckedRow::parseDate);
  }

  Optional<YearMonth> month(String field) {
    return text(field).flatMap(CheckedRow::parseMonth);
  }

  Optional<BigDecimal> money(String field) {
    return text(field).map(BigDecimal::new);
  }

  boolean is(String field, String value) {
    return value.equals(values.get(field));
  }

  /// A date in canonical form, `2026-11-28`; empty for any other text.
  static Optional<LocalDate> parseDate(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(text, 0, 4, 10),
              Integer.parseInt(text, 5, 7, 10),
              Integer.parseInt(text, 8, 10, 10)));
    } catch (NumberFormatException | DateTimeException notADate) {
      return Optional.empty();
    }
  }

  static Optional<YearMonth> parseMonth(String text) {
    try {
      return Optional.of(YearMonth.parse(text));
    } catch (DateTimeParseException notAMonth) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "CheckedRow[" + row + "]";
  }
}
