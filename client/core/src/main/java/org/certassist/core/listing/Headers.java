package org.certassist.core.listing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.core.fault.FaultException;
import org.certassist.core.workbook.HeaderWords;

/// Where the columns of a list stand, found by their header words.
///
/// @param line the header line's number; people come after it
/// @param columns counted from 0; absent where the list has no such column
/// @param texts the header line's texts, in their comparable form
public record Headers<E extends Enum<E> & ListColumn>(
    int line, Map<E, Integer> columns, List<String> texts) {
  /// A list may begin with a title, the unit and the like.
  private static final int LAST_LINE_LOOKED_AT = 30;

  private static final int LONGEST_HEADER = 100;

  private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[【].*?[)\\]】]");

  public Headers {
    columns = Map.copyOf(columns);
    texts = List.copyOf(texts);
  }

  /// Finds the line that has one column of `wanted` at least, and most columns of all.
  ///
  /// @throws FaultException `list.noHeaders` where there is none
  public static <E extends Enum<E> & ListColumn> Headers<E> find(
      Listing listing, Class<E> type, List<E> wanted) throws FaultException {
    Headers<E> best = new Headers<E>(0, Map.of(), List.of());
    for (Listing.Line line : listing.lines().stream().limit(LAST_LINE_LOOKED_AT).toList()) {
      Headers<E> found = of(line, type);
      if (found.columns.size() > best.columns.size()
          && wanted.stream().anyMatch(found.columns::containsKey)) {
        best = found;
      }
    }
    if (best.line == 0) {
      throw new FaultException(
          ListFault.of(
              "list.noHeaders",
              listing.name(),
              wanted.stream()
                  .map(column -> column.words().getFirst())
                  .collect(Collectors.joining("、"))));
    }
    return best;
  }

  private static <E extends Enum<E> & ListColumn> Headers<E> of(Listing.Line line, Class<E> type) {
    List<String> texts = line.cells().stream().map(Headers::comparable).toList();
    Map<E, Integer> columns = new EnumMap<>(type);
    for (E each : type.getEnumConstants()) {
      each.words().stream()
          .map(texts::indexOf)
          .filter(index -> index >= 0)
          .findFirst()
          .ifPresent(index -> columns.put(each, index));
    }
    return new Headers<E>(line.number(), columns, texts);
  }

  /// The lines below the headers that hold anything.
  public Stream<Listing.Line> below(Listing listing) {
    return listing.lines().stream()
        .filter(each -> each.number() > line)
        .filter(each -> each.cells().stream().anyMatch(text -> !text.isBlank()));
  }

  /// The text of a column in a line; empty where the list has no such column.
  public String text(Listing.Line in, E column) {
    return Optional.ofNullable(columns.get(column)).map(index -> text(in, index)).orElse("");
  }

  /// In a text without tabs a message falls apart at its blanks: the last column has all the rest.
  private String text(Listing.Line in, int column) {
    return column == texts.size() - 1 && in.cells().size() > texts.size()
        ? String.join(" ", in.cells().subList(column, in.cells().size())).strip()
        : in.text(column);
  }

  /// A longer text is no header, and whatever a stranger made it of is not looked through.
  private static String comparable(String header) {
    if (header.length() > LONGEST_HEADER) {
      return "";
    }
    return IN_BRACKETS.matcher(HeaderWords.comparable(header)).replaceAll("").replace(":", "");
  }
}
