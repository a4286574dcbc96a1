package org.certassist.core.results;

import java.util.List;
import java.util.Optional;
import org.certassist.core.declaration.Content;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.portal.RowAnswers.RowAnswer;

/// The portal's list held against the rows of a declaration; every row is in exactly one of the
/// first four.
///
/// @param wrong with the portal's words, by row
/// @param passed rows that the list names as accepted
/// @param undecided rows of which the list says neither yes nor no
/// @param notMentioned rows that the list does not name
/// @param strays lines of the list that fit no row, or more than one
public record MatchedResults(
    List<RowAnswer> wrong,
    List<Integer> passed,
    List<Integer> undecided,
    List<Integer> notMentioned,
    List<Integer> strays) {
  public MatchedResults {
    wrong = List.copyOf(wrong);
    passed = List.copyOf(passed);
    undecided = List.copyOf(undecided);
    notMentioned = List.copyOf(notMentioned);
    strays = List.copyOf(strays);
  }

  /// Whether every line has its row, and nothing is left open.
  public boolean isDecided() {
    return undecided.isEmpty() && strays.isEmpty();
  }

  /// The answers to all rows, where this is the whole list: who is not named has passed.
  public Optional<RowAnswers> answers(Content content) {
    return isDecided()
        ? Optional.of(new RowAnswers(content.rows().size() - wrong.size(), wrong.size(), wrong))
        : Optional.empty();
  }
}
