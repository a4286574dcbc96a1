package org.certassist.core.results;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.certassist.core.declaration.Content;
import org.certassist.core.listing.PersonNumber;

/// The rows of a declaration, to be found by the ID number; by the name only where a line has no
/// whole number and one row alone fits.
final class RowsByPerson {
  private final Map<String, List<Content.Row>> byNumber;
  private final Map<String, List<Content.Row>> byName;

  RowsByPerson(List<Content.Row> rows) {
    byNumber =
        rows.stream().collect(Collectors.groupingBy(row -> number(row).toUpperCase(Locale.ROOT)));
    byName = rows.stream().collect(Collectors.groupingBy(row -> value(row, "name")));
  }

  /// Empty where no row fits, or more than one.
  Optional<Integer> row(ResultLine line) {
    PersonNumber number = new PersonNumber(line.idNumber());
    List<Content.Row> rows =
        number.isWhole()
            ? byNumber.getOrDefault(number.text(), List.of())
            : named(line.name()).stream().filter(row -> number.mayBe(number(row))).toList();
    return rows.size() == 1 ? Optional.of(rows.getFirst().row()) : Optional.empty();
  }

  private List<Content.Row> named(String name) {
    return name.isEmpty() ? List.of() : byName.getOrDefault(name, List.of());
  }

  private static String number(Content.Row row) {
    return value(row, "idNumber");
  }

  private static String value(Content.Row row, String field) {
    return row.values().getOrDefault(field, "");
  }
}
