package org.certassist.cli.wiring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.practice.PracticeHome;
import org.certassist.practice.people.PracticeSample;

/// Sample rows of any kind: the practice persons, and each column's own example where they have
/// nothing to say.
///
/// @param calendar the profile's: some kinds belong to certain days
record SampleRows(ShanghaiTime time, FilingCalendar calendar) {
  /// Rows that pass `check` on the day they are made, where filing is always open.
  ///
  /// @param count at least 1; one of them is somebody whom the practice portal refuses
  List<Map<String, String>> of(Kind kind, int count) {
    LocalDate today = time.today();
    PracticeSample people =
        kind.id().equals("retirement")
            ? PracticeSample.retirement(count - 1, today, RandomGenerator.getDefault())
            : PracticeSample.enrolment(count - 1, today, RandomGenerator.getDefault());
    return people.rows().stream().map(person -> row(kind, person)).toList();
  }

  /// The practice unit; a dispatched worker can only be transferred by a unit of that type.
  static Unit unit(Kind kind) {
    Unit unit = PracticeHome.unit();
    return kind.id().equals("dispatch-transfer")
        ? new Unit(unit.creditCode(), unit.name(), UnitType.LABOUR_DISPATCH)
        : unit;
  }

  private Map<String, String> row(Kind kind, Map<String, String> person) {
    Map<String, String> row = new HashMap<>();
    for (Column column : kind.columns()) {
      String field = column.field();
      String value = person.get(field);
      // The dates of a contract are those of somebody who begins.
      boolean begins = kind.direction() == Kind.Direction.OUT && field.startsWith("contract");
      if (value != null && !begins) {
        row.put(field, value);
      } else if (column.requirement() == Requirement.REQUIRED) {
        row.put(field, example(column));
      }
    }
    return row;
  }

  /// A column's example, which has a fixed date where it has one; a rule may ask for this month's.
  private String example(Column column) {
    return switch (column.type()) {
      case DATE -> date(column.field()).toString();
      case MONTH -> YearMonth.from(time.today()).toString();
      case TEXT, CODE, ID, PHONE, MONEY, ADDRESS ->
          column.choices().isEmpty() ? column.example() : column.choices().getFirst();
    };
  }

  /// Pre-registration is for work that began while filing was closed.
  private LocalDate date(String field) {
    return field.equals("workStart")
        ? calendar.closedBefore(calendar.settlementMonth(time.now())).firstDay()
        : time.today();
  }
}
