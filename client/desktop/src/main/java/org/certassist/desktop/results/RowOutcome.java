package org.certassist.desktop.results;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.certassist.core.declaration.Content;
import org.certassist.core.portal.RowAnswers.RowAnswer;
import org.certassist.core.results.MatchedResults;
import org.certassist.desktop.fx.Tone;

/// What the portal's list says of one row of a declaration.
///
/// @param message the portal's own words; empty where it has none
record RowOutcome(Content.Row row, Outcome outcome, String message) {
  /// In the order in which they are shown.
  enum Outcome {
    WRONG(Tone.BAD),
    UNDECIDED(Tone.WARNING),
    PASSED(Tone.GOOD),
    /// The list does not name it; where the list is whole, it has passed.
    NOT_MENTIONED(Tone.INFO);

    private final Tone tone;

    Outcome(Tone tone) {
      this.tone = tone;
    }

    Tone tone() {
      return tone;
    }
  }

  static List<RowOutcome> of(Content content, MatchedResults results) {
    Map<Integer, String> wrong =
        results.wrong().stream().collect(Collectors.toMap(RowAnswer::row, RowAnswer::message));
    Set<Integer> undecided = new HashSet<>(results.undecided());
    Set<Integer> passed = new HashSet<>(results.passed());
    return content.rows().stream()
        .map(row -> {
          Outcome outcome =
              wrong.containsKey(row.row())
                  ? Outcome.WRONG
                  : undecided.contains(row.row())
                      ? Outcome.UNDECIDED
                      : passed.contains(row.row()) ? Outcome.PASSED : Outcome.NOT_MENTIONED;
          return new RowOutcome(row, outcome, wrong.getOrDefault(row.row(), ""));
        })
        .sorted(Comparator.comparing(RowOutcome::outcome))
        .toList();
  }

  String value(String field) {
    return row.values().getOrDefault(field, "");
  }
}
