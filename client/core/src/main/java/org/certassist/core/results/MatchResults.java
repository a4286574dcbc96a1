package org.certassist.core.results;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.core.declaration.Content;
import org.certassist.core.portal.RowAnswers.RowAnswer;

/// Finds the row of every line of the portal's list, and what its lines together say of each row.
public final class MatchResults {
  private static final String JOINED = "；";

  public MatchedResults match(Content content, List<ResultLine> lines) {
    RowsByPerson rows = new RowsByPerson(content.rows());
    Map<Integer, List<RowResult>> found = new TreeMap<>();
    List<Integer> strays = new ArrayList<>();
    for (ResultLine line : lines) {
      rows.row(line)
          .ifPresentOrElse(
              row -> found.computeIfAbsent(row, _ -> new ArrayList<>()).add(line.result()),
              () -> strays.add(line.line()));
    }
    List<RowAnswer> wrong = new ArrayList<>();
    List<Integer> passed = new ArrayList<>();
    List<Integer> undecided = new ArrayList<>();
    found.forEach((row, results) -> {
      switch (together(results)) {
        case RowResult.Wrong(String message) -> wrong.add(new RowAnswer(row, message));
        case RowResult.Undecided _ -> undecided.add(row);
        case RowResult.Passed _ -> passed.add(row);
      }
    });
    List<Integer> notMentioned =
        content.rows().stream()
            .map(Content.Row::row)
            .filter(row -> !found.containsKey(row))
            .toList();
    return new MatchedResults(wrong, passed, undecided, notMentioned, strays);
  }

  /// One person may be in the list more than once: one word against him is enough.
  private static RowResult together(List<RowResult> results) {
    Set<String> messages =
        results.stream()
            .flatMap(result ->
                result instanceof RowResult.Wrong(String message)
                    ? Stream.of(message)
                    : Stream.empty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!messages.isEmpty()) {
      return new RowResult.Wrong(String.join(JOINED, messages));
    }
    return results.stream()
        .filter(RowResult.Undecided.class::isInstance)
        .findFirst()
        .orElseGet(RowResult.Passed::new);
  }
}
