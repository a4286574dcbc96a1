package org.certassist.core.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what is known of a code, of a message that was pasted, or of a few words.
///
/// Codes go before whole messages, whole messages before those with slips; words are looked for
/// only where none of these is found. Of messages the longer goes first. The text is kept nowhere:
/// it may hold somebody's ID number.
public final class Explain {
  /// More would be no answer.
  public static final int MOST_ANSWERS = 5;

  private final List<Prepared> entries;
  private final WordSearch words;

  public Explain(Knowledge knowledge) {
    this.entries = knowledge.entries().stream().map(Prepared::of).toList();
    this.words = new WordSearch(knowledge.entries());
  }

  /// An entry with what it is found by, read once.
  private record Prepared(KnowledgeEntry entry, List<Code> codes, List<MessagePattern> patterns) {
    static Prepared of(KnowledgeEntry entry) {
      return new Prepared(
          entry,
          entry.codes().stream().map(Code::of).toList(),
          entry.patterns().stream().map(MessagePattern::of).toList());
    }
  }

  /// @param length of the message that fitted, for the order
  private record Found(Answer answer, int length) {}

  /// Whether a message of a knowledge file says enough to be looked for.
  public static boolean isUsablePattern(String written) {
    return MessagePattern.of(written).length() >= MessagePattern.SHORTEST;
  }

  /// How many pieces a message of a knowledge file has between its places; what looking for it
  /// costs grows with them.
  public static int pieces(String written) {
    return MessagePattern.of(written).pieces();
  }

  /// The answers in order of fit, at most [#MOST_ANSWERS]; none where nothing is known.
  ///
  /// @param text of which at most 4,000 characters are read
  public List<Answer> of(String text) {
    PlainText plain = PlainText.of(text);
    List<Answer> sure =
        entries.stream()
            .flatMap(entry -> found(entry, plain).stream())
            .sorted(
                Comparator.comparing((Found found) -> found.answer().fit())
                    .thenComparing(Comparator.comparingInt(Found::length).reversed()))
            .map(Found::answer)
            .limit(MOST_ANSWERS)
            .toList();
    return sure.isEmpty() ? byWords(plain) : sure;
  }

  private List<Answer> byWords(PlainText text) {
    return words.find(text).stream()
        .map(entry -> new Answer(entry, Answer.Fit.WORDS))
        .limit(MOST_ANSWERS)
        .toList();
  }

  private static Optional<Found> found(Prepared prepared, PlainText text) {
    if (prepared.codes().stream().anyMatch(code -> code.standsIn(text))) {
      return Optional.of(new Found(new Answer(prepared.entry(), Answer.Fit.CODE), 0));
    }
    return longest(prepared.patterns().stream().filter(pattern -> pattern.standsIn(text)))
        .map(length -> new Found(new Answer(prepared.entry(), Answer.Fit.MESSAGE), length))
        .or(() ->
            longest(prepared.patterns().stream().filter(pattern -> pattern.nearlyStandsIn(text)))
                .map(length -> new Found(new Answer(prepared.entry(), Answer.Fit.NEARLY), length)));
  }

  private static Optional<Integer> longest(Stream<MessagePattern> patterns) {
    return patterns.map(MessagePattern::length).max(Comparator.naturalOrder());
  }
}
