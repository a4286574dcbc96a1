package org.certassist.core.elsewhere;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Unit;
import org.certassist.core.reconcile.Person;

/// What was filed of one person at one unit, and what it leaves to be done elsewhere: the last
/// filing that still stands counts.
///
/// A filing that was taken back before its point was ticked leaves nothing to do; one that was
/// taken back afterwards leaves the opposite to do.
final class PersonPoints {
  private final Person person;
  private final Unit unit;
  private final List<Event> events = new ArrayList<>();

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

  /// What happened to the person here, in its order.
  sealed interface Event {
    record Filed(Todo todo, Raised raised) implements Event {}

    /// @param todo what the filing that it takes back asks for
    record TakenBack(Todo todo, Raised raised) implements Event {}
  }

  void add(Event event) {
    events.add(event);
  }

  Optional<Point> point(String insurance, Map<PointId, Tick> ticks) {
    Standing standing = new Standing();
    for (Event event : events) {
      switch (event) {
        case Event.Filed filed -> standing.push(filed);
        case Event.TakenBack back ->
            standing
                .pop(back.todo())
                .filter(taken -> ticks.containsKey(taken.raised().point(insurance)))
                .ifPresent(taken -> standing.leave(taken, back));
      }
    }
    return standing.last().map(filed -> point(filed, insurance, ticks));
  }

  private Point point(Event.Filed filed, String insurance, Map<PointId, Tick> ticks) {
    PointId id = filed.raised().point(insurance);
    return new Point(
        id, person, unit, filed.todo(), filed.raised().on(), Optional.ofNullable(ticks.get(id)));
  }

  /// The filings that nobody took back.
  private static final class Standing {
    private final Deque<Event.Filed> filings = new ArrayDeque<>();

    /// What is to be done where none of them stands any more.
    private Optional<Event.Filed> left = Optional.empty();

    void push(Event.Filed filed) {
      filings.push(filed);
    }

    Optional<Event.Filed> pop(Todo todo) {
      return Optional.ofNullable(filings.peek())
          .filter(last -> last.todo() == todo)
          .map(_ -> filings.pop());
    }

    /// Something was seen to elsewhere that was then taken back here: what stands beneath it is to
    /// be done once more, unless it asks for the same.
    void leave(Event.Filed taken, Event.TakenBack back) {
      if (filings.isEmpty()) {
        left = Optional.of(new Event.Filed(taken.todo().opposite(), back.raised()));
        return;
      }
      Todo beneath = filings.pop().todo();
      filings.push(
          new Event.Filed(beneath, beneath == taken.todo() ? taken.raised() : back.raised()));
    }

    Optional<Event.Filed> last() {
      return Optional.ofNullable(filings.peek()).or(() -> left);
    }
  }
}
