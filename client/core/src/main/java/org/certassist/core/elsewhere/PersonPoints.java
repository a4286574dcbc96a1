package org.certassist.core.elsewhere;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.reconcile.Person;
import org.jspecify.annotations.Nullable;

/// What was filed of one person at one unit, and what it leaves to be done elsewhere: the last
/// filing counts.
///
/// A filing that was taken back before its point was ticked leaves nothing to do; one that was
/// taken back afterwards leaves the opposite to do.
final class PersonPoints {
  private final Person person;
  private final Unit unit;
  private final Deque<Filing> filings = new ArrayDeque<>();

  PersonPoints(Person person, Unit unit) {
    this.person = person;
    this.unit = unit;
  }

  /// The row of a declaration that was taken.
  record Raised(DeclarationId declaration, int row, LocalDate on) {
    PointId point(String insurance) {
      return new PointId(declaration, row, insurance);
    }
  }

  private record Filing(Todo todo, Raised raised, @Nullable Raised takenBack) {}

  void file(Todo todo, Raised raised) {
    filings.push(new Filing(todo, raised, null));
  }

  /// Takes the last filing back that still stands, where it is of that kind.
  void takeBack(Todo todo, Raised reversal) {
    Deque<Filing> above = new ArrayDeque<>();
    while (!filings.isEmpty() && filings.getFirst().takenBack() != null) {
      above.push(filings.pop());
    }
    if (!filings.isEmpty() && filings.getFirst().todo() == todo) {
      filings.push(new Filing(todo, filings.pop().raised(), reversal));
    }
    above.forEach(filings::push);
  }

  Optional<Point> point(String insurance, Map<PointId, Tick> ticks) {
    for (Filing filing : filings) {
      Raised reversal = filing.takenBack();
      if (reversal == null) {
        return Optional.of(point(filing.todo(), filing.raised(), insurance, ticks));
      }
      if (ticks.containsKey(filing.raised().point(insurance))) {
        return Optional.of(point(filing.todo().opposite(), reversal, insurance, ticks));
      }
    }
    return Optional.empty();
  }

  private Point point(Todo todo, Raised raised, String insurance, Map<PointId, Tick> ticks) {
    PointId id = raised.point(insurance);
    return new Point(id, person, unit, todo, raised.on(), Optional.ofNullable(ticks.get(id)));
  }
}
