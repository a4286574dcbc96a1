package org.certassist.core.elsewhere;

import java.time.LocalDate;
import java.util.Optional;
import org.certassist.core.declaration.Unit;
import org.certassist.core.reconcile.Person;

/// One insurance of one person that has to be seen to elsewhere.
///
/// @param since the day on which the filing that raised it was taken
/// @param tick the clerk's word that it was done
public record Point(
    PointId id, Person person, Unit unit, Todo todo, LocalDate since, Optional<Tick> tick) {
  public boolean isOpen() {
    return tick.isEmpty();
  }
}
