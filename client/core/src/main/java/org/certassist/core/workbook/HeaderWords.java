package org.certassist.core.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.Kind;

/// What portals write over their columns, and which of ours is meant by it.
///
/// @param synonyms other words by the header of our own that they mean
/// @param ignored headers that mean none of ours and that nobody need be told of, such as a serial
///   number
public record HeaderWords(Map<String, List<String>> synonyms, Set<String> ignored) {
  public HeaderWords {
    Map<String, List<String>> copy = new HashMap<>();
    synonyms.forEach((header, also) ->
        copy.put(comparable(header), also.stream().map(HeaderWords::comparable).toList()));
    synonyms = Map.copyOf(copy);
    ignored = ignored.stream().map(HeaderWords::comparable).collect(Collectors.toSet());
  }

  /// The kind's column that a header means: by its own name, by another word for it, and at last
  /// without what is added in brackets, as in 停保日期（yyyy-MM-dd）.
  public Optional<Column> column(Kind kind, String header) {
    String wanted = comparable(header);
    return wanted.isEmpty()
        ? Optional.empty()
        : named(kind, wanted).or(() -> named(kind, withoutBrackets(wanted)));
  }

  public boolean isIgnored(String header) {
    return ignored.contains(comparable(header));
  }

  /// A header or label as it is compared: what cannot be seen, the mark and width of signs do not
  /// count.
  public static String comparable(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .filter(c -> c != '*' && c != '＊')
        .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private Optional<Column> named(Kind kind, String wanted) {
    return wanted.isEmpty()
        ? Optional.empty()
        : first(kind, column -> Stream.of(comparable(column.header())), wanted)
            .or(() -> first(kind, this::others, wanted));
  }

  private interface Names {
    Stream<String> of(Column column);
  }

  private static Optional<Column> first(Kind kind, Names names, String wanted) {
    return kind.columns().stream()
        .filter(column -> names.of(column).anyMatch(wanted::equals))
        .findFirst();
  }

  private Stream<String> others(Column column) {
    return synonyms.getOrDefault(comparable(column.header()), List.of()).stream();
  }

  private static String withoutBrackets(String comparable) {
    int bracket = comparable.indexOf('(');
    return bracket > 0 && comparable.endsWith(")") ? comparable.substring(0, bracket) : comparable;
  }
}
