package org.certassist.desktop.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;

/// Which cells have findings: the worst severity by row and field.
final class Marks {
  private final Map<Cell, Severity> worst = new HashMap<>();

  Marks(List<Finding> findings) {
    for (Finding found : findings) {
      worst.merge(
          new Cell(found.place().row(), found.field()),
          found.severity(),
          (one, other) -> one == Severity.ERROR ? one : other);
    }
  }

  /// @param field empty for the row as a whole
  Optional<Severity> at(int row, String field) {
    return Optional.ofNullable(worst.get(new Cell(row, field)));
  }

  private record Cell(int row, String field) {}
}
