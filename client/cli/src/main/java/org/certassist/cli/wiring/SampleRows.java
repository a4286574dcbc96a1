package org.certassist.cli.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.practice.people.PracticeSample;
import org.certassist.practice.people.PracticeUnit;

/// Sample rows of any kind: the practice persons, and each column's own example where they have
/// nothing to say.
final class SampleRows {
  private final ShanghaiTime time;

  SampleRows(ShanghaiTime time) {
    this.time = time;
  }

  /// @param count at least 1; one of them is the person whom the practice portal does not know
  List<Map<String, String>> of(Kind kind, int count) {
    PracticeSample people =
        PracticeSample.enrolment(count - 1, time.today(), RandomGenerator.getDefault());
    return people.rows().stream().map(person -> row(kind, person)).toList();
  }

  static Unit unit() {
    return new Unit(
        PracticeUnit.PRACTICE.creditCode(), PracticeUnit.PRACTICE.name(), UnitType.ORDINARY);
  }

  private static Map<String, String> row(Kind kind, Map<String, String> person) {
    Map<String, String> row = new HashMap<>();
    for (Column column : kind.columns()) {
      String value = person.get(column.field());
      if (value != null) {
        row.put(column.field(), value);
      } else if (column.requirement() == Requirement.REQUIRED) {
        row.put(
            column.field(),
            column.choices().isEmpty() ? column.example() : column.choices().getFirst());
      }
    }
    return row;
  }
}
