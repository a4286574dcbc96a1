package org.certassist.cli.wiring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.practice.PracticeHome;
import org.certassist.practice.people.PracticeSample;

/// Sample rows of any kind: the practice persons, and each column's own example where they have
/// nothing to say.
final class SampleRows {
  private final ShanghaiTime time;

  SampleRows(ShanghaiTime time) {
    this.time = time;
  }

  /// Rows that pass `check` on the day they are made.
  ///
  /// @param count at least 1; one of them is the person whom the practice portal does not know
  List<Map<String, String>> of(Kind kind, int count) {
    PracticeSample people =
        PracticeSample.enrolment(count - 1, time.today(), RandomGenerator.getDefault());
    return people.rows().stream().map(person -> row(kind, person, time.today())).toList();
  }

  static Unit unit() {
    return PracticeHome.unit();
  }

  private static Map<String, String> row(Kind kind, Map<String, String> person, LocalDate today) {
    Map<String, String> row = new HashMap<>();
    for (Column column : kind.columns()) {
      String value = person.get(column.field());
      if (kind.direction() == Kind.Direction.OUT && column.type() == ColumnType.DATE) {
        // The persons' dates are those of somebody who begins.
        row.put(column.field(), today.toString());
      } else if (value != null) {
        row.put(column.field(), value);
      } else if (column.requirement() == Requirement.REQUIRED) {
        row.put(column.field(), example(column, today));
      }
    }
    return row;
  }

  /// A column's example, which has a fixed date where it has one; a rule may ask for this month's.
  private static String example(Column column, LocalDate today) {
    return switch (column.type()) {
      case DATE -> today.toString();
      case MONTH -> YearMonth.from(today).toString();
      case TEXT, CODE, ID, PHONE, MONEY, ADDRESS ->
          column.choices().isEmpty() ? column.example() : column.choices().getFirst();
    };
  }
}
