package org.certassist.core.elsewhere;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.reconcile.AcceptedRows;
import org.certassist.core.reconcile.Person;
import org.certassist.core.time.ShanghaiTime;

/// Follows everybody through the filings that were taken, in their order.
final class PointsOfFilings {
  /// By unit and ID number, in the order in which they were first filed.
  private final Map<String, PersonPoints> people = new LinkedHashMap<>();

  /// @param histories of one profile, oldest first
  PointsOfFilings(List<History> histories) {
    histories.forEach(this::take);
  }

  List<Point> points(List<String> notCovered, Map<PointId, Tick> ticks) {
    return people.values().stream()
        .flatMap(person ->
            notCovered.stream()
                .map(insurance -> person.point(insurance, ticks))
                .flatMap(Optional::stream))
        .toList();
  }

  private void take(History history) {
    LocalDate on = day(history);
    for (Content.Row row : AcceptedRows.of(history)) {
      Person person = AcceptedRows.person(row);
      PersonPoints points =
          people.computeIfAbsent(
              history.content().unit().creditCode() + " " + person.idNumber(),
              _ -> new PersonPoints(person, history.content().unit()));
      PersonPoints.Raised raised = new PersonPoints.Raised(history.id(), row.row(), on);
      switch (history.content().kind()) {
        case "enrolment" -> points.add(new PersonPoints.Event.Filed(Todo.ENROL, raised));
        case "termination" -> points.add(new PersonPoints.Event.Filed(Todo.STOP, raised));
        case "reversal" -> takeBack(row.values().getOrDefault("reversedKind", ""), points, raised);
        default -> {
          // The other kinds neither begin nor end an insurance.
        }
      }
    }
  }

  private static void takeBack(String reversed, PersonPoints points, PersonPoints.Raised raised) {
    switch (reversed) {
      case "用工参保" -> points.add(new PersonPoints.Event.TakenBack(Todo.ENROL, raised));
      case "退工停保" -> points.add(new PersonPoints.Event.TakenBack(Todo.STOP, raised));
      default -> {
        // Nothing of ours.
      }
    }
  }

  /// When it was taken: the portal's receipt, or the day the clerk names.
  private static LocalDate day(History history) {
    return history
        .last(Step.HandedIn.class)
        .map(Step.HandedIn::on)
        .or(() ->
            history
                .last(Step.Accepted.class)
                .map(accepted ->
                    accepted
                        .receipt()
                        .receivedAt()
                        .atZoneSameInstant(ShanghaiTime.ZONE)
                        .toLocalDate()))
        .orElseGet(() -> LocalDate.ofInstant(history.entries().getLast().at(), ShanghaiTime.ZONE));
  }
}
