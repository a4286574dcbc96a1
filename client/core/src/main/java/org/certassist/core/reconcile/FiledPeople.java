package org.certassist.core.reconcile;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;

/// How everybody stands by what the portal accepted of the declarations in the archive, filed in
/// their order.
///
/// Finished in the window of a month, a hire is charged for it and a stop is not (docs/sources.md,
/// 002).
final class FiledPeople {
  private final YearMonth month;

  /// By ID number; the last is how the person stands, the ones below it are for reversals.
  private final Map<String, Deque<Filed>> people = new LinkedHashMap<>();

  private FiledPeople(YearMonth month) {
    this.month = month;
  }

  /// @param histories of one unit, oldest first
  static List<Filed> upTo(YearMonth month, List<History> histories) {
    FiledPeople filed = new FiledPeople(month);
    histories.stream()
        .filter(history -> !history.content().settlementMonth().isAfter(month))
        .forEach(filed::take);
    List<Filed> standing = new ArrayList<>();
    filed
        .people
        .values()
        .forEach(steps -> Optional.ofNullable(steps.peek()).ifPresent(standing::add));
    return standing;
  }

  private void take(History history) {
    for (Content.Row row : AcceptedRows.of(history)) {
      take(history.id(), history.content().kind(), row);
    }
  }

  private void take(DeclarationId id, String kind, Content.Row row) {
    Person person = AcceptedRows.person(row);
    Deque<Filed> steps = people.computeIfAbsent(person.idNumber(), _ -> new ArrayDeque<>());
    switch (kind) {
      case "enrolment" ->
          steps.push(
              new Filed.Insured(person, id, cover(row), Amount.of(value(row, "contributionBase"))));
      case "termination" -> steps.push(new Filed.Stopped(person, id));
      case "base-adjustment" -> adjust(person, id, row, steps);
      case "reversal" -> takeBack(value(row, "reversedKind"), steps);
      default -> {
        // The other kinds do not change what is charged.
      }
    }
  }

  private static Filed.Cover cover(Content.Row row) {
    return switch (value(row, "insurances")) {
      case "三险" -> Filed.Cover.ALL;
      case "仅工伤" -> Filed.Cover.WORK_INJURY;
      default -> Filed.Cover.NOT_KNOWN;
    };
  }

  private void adjust(Person person, DeclarationId id, Content.Row row, Deque<Filed> steps) {
    if (value(row, "from").compareTo(month.toString()) > 0) {
      return;
    }
    Filed.Cover cover =
        steps.peek() instanceof Filed.Insured insured ? insured.cover() : Filed.Cover.NOT_KNOWN;
    if (!(steps.peek() instanceof Filed.Stopped)) {
      steps.poll();
      steps.push(new Filed.Insured(person, id, cover, Amount.of(value(row, "newBase"))));
    }
  }

  private static void takeBack(String reversed, Deque<Filed> steps) {
    boolean fits =
        switch (steps.peek()) {
          case Filed.Insured _ -> reversed.equals("用工参保");
          case Filed.Stopped _ -> reversed.equals("退工停保");
          case null -> false;
        };
    if (fits) {
      steps.pop();
    }
  }

  private static String value(Content.Row row, String field) {
    return row.values().getOrDefault(field, "");
  }
}
