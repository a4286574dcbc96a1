package org.certassist.core.reconcile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Content;
import org.certassist.core.portal.RowAnswers.RowAnswer;

/// The rows of a declaration that count as filed: the portal took the declaration and did not
/// refuse the row, or the clerk handed it in.
public final class AcceptedRows {
  private AcceptedRows() {}

  public static List<Content.Row> of(History history) {
    if (!isAccepted(history)) {
      return List.of();
    }
    Set<Integer> refused = refused(history);
    return history.content().rows().stream().filter(row -> !refused.contains(row.row())).toList();
  }

  public static Person person(Content.Row row) {
    return new Person(
        row.values().getOrDefault("name", ""),
        row.values().getOrDefault("idNumber", "").toUpperCase(Locale.ROOT));
  }

  private static boolean isAccepted(History history) {
    return switch (history.stage()) {
      case ACCEPTED, HANDED_IN, DONE, DONE_WITH_REFUSALS -> true;
      case CHECKED, EXPORTED, SIGNED, SENDING, UNCONFIRMED, REFUSED, WITHDRAWN -> false;
    };
  }

  private static Set<Integer> refused(History history) {
    Optional<Step.Answered> answered = history.last(Step.Answered.class);
    return answered
        .map(step ->
            step.answers().rows().stream()
                .map(RowAnswer::row)
                .collect(Collectors.toCollection(HashSet::new)))
        .orElseGet(HashSet::new);
  }
}
