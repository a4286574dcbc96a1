package org.certassist.texts;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One text with its places: `{0}` is filled with a value, `[… {1} …]` is left out whole where a
/// value in it is missing or empty.
record Phrase(String pattern) {
  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /// Thrown by [#fill] where a place that must be filled has no value.
  static final class UnfilledPlace extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnfilledPlace(String pattern) {
      super("a place has no value: " + pattern);
    }
  }

  String fill(List<String> values) {
    Matcher optional = OPTIONAL.matcher(pattern);
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (optional.find()) {
      out.append(fillPart(pattern.substring(from, optional.start()), values));
      String part = optional.group(1);
      boolean complete =
          places(part).stream().allMatch(n -> n < values.size() && !values.get(n).isEmpty());
      if (complete) {
        out.append(fillPart(part, values));
      }
      from = optional.end();
    }
    return out.append(fillPart(pattern.substring(from), values)).toString();
  }

  /// The numbers of all places.
  Set<Integer> places() {
    return places(pattern);
  }

  /// The numbers of the places that stand outside brackets.
  Set<Integer> requiredPlaces() {
    return places(OPTIONAL.matcher(pattern).replaceAll(""));
  }

  private static Set<Integer> places(String text) {
    Set<Integer> found = new TreeSet<>();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      found.add(Integer.valueOf(place.group(1)));
    }
    return found;
  }

  private String fillPart(String part, List<String> values) {
    return PLACE
        .matcher(part)
        .replaceAll(place -> {
          int n = Integer.parseInt(place.group(1));
          if (n >= values.size()) {
            throw new UnfilledPlace(pattern);
          }
          return Matcher.quoteReplacement(values.get(n));
        });
  }
}
