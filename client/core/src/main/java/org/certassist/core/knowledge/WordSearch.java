package org.certassist.core.knowledge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds entries by words: those that hold most of what was asked for, rare words counting for
/// more.
///
/// Words are Latin words and pairs of neighbouring Chinese characters. An entry is an answer where
/// the words that it has weigh at least [#ENOUGH] of all that were asked for, and are at least
/// [#FEWEST]: one word alone fits by chance. A number that was asked for must be there: what is
/// known of 800 says nothing of 801.
final class WordSearch {
  static final double ENOUGH = 0.6;
  static final int FEWEST = 2;

  private static final Set<String> EMPTY_WORDS =
      Stream.of(
              "the a an is are was be to of in on for and or not with my your it this that what how"
                  + " do does did can cannot i you we no yes please why when who which there have"
                  + " has 怎么 么办 什么 请问 这个 那个 可以 如何 为什 么回 回事 一下 我的 了怎 么处 处理 么解 解决 是什 么意 意思 办呢 您好 你好"
                  + " 状态码 错误码 错误代码 返回码 提示 error code status http")
          .flatMap(words -> PlainText.of(words).terms().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final List<Indexed> indexed;
  private final Map<String, Integer> holders = new HashMap<>();

  WordSearch(List<KnowledgeEntry> entries) {
    this.indexed = entries.stream().map(entry -> new Indexed(entry, terms(entry))).toList();
    indexed.forEach(each -> each.terms().forEach(term -> holders.merge(term, 1, Integer::sum)));
  }

  private record Indexed(KnowledgeEntry entry, Set<String> terms) {}

  private record Ranked(KnowledgeEntry entry, double share, int size) {}

  /// The entries that fit, best first.
  List<KnowledgeEntry> find(PlainText text) {
    Set<String> asked = new HashSet<>(text.terms());
    asked.removeAll(EMPTY_WORDS);
    double all = weight(asked);
    List<String> numbers =
        asked.stream().filter(term -> term.chars().allMatch(Character::isDigit)).toList();
    return indexed.stream()
        .filter(each -> each.terms().containsAll(numbers))
        .filter(each -> common(each, asked).size() >= FEWEST)
        .map(each ->
            new Ranked(each.entry(), weight(common(each, asked)) / all, each.terms().size()))
        .filter(ranked -> ranked.share() >= ENOUGH)
        .sorted(Comparator.comparingDouble(Ranked::share).reversed().thenComparingInt(Ranked::size))
        .map(Ranked::entry)
        .toList();
  }

  private static Set<String> common(Indexed each, Set<String> asked) {
    return asked.stream().filter(each.terms()::contains).collect(Collectors.toSet());
  }

  /// A word that no entry has weighs most: a text that is about something else finds nothing.
  private double weight(Set<String> terms) {
    return terms.stream()
        .mapToDouble(term -> Math.log(1.0 + (double) indexed.size() / (1 + holders(term))))
        .sum();
  }

  private int holders(String term) {
    return holders.getOrDefault(term, 0);
  }

  private static Set<String> terms(KnowledgeEntry entry) {
    Set<String> terms =
        Stream.of(
                entry.words().stream(),
                entry.patterns().stream(),
                Stream.of(entry.cause().chinese(), entry.cause().english()))
            .flatMap(texts -> texts)
            .flatMap(words -> PlainText.of(words).terms().stream())
            .collect(Collectors.toSet());
    terms.removeAll(EMPTY_WORDS);
    return terms;
  }
}
