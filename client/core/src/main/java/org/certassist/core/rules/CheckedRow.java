package org.certassist.core.rules;

import java.math.BigDecimal;
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
record CheckedRow(int row, Map<String, String> values, Set<String> unreadable) {
  CheckedRow {
    values = Map.copyOf(values);
    unreadable = Set.copyOf(unreadable);
  }

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

  static Optional<LocalDate> parseDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
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
