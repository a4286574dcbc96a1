package org.certassist.core.helpdesk;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line without gaps and cases, as it stands and with what is encoded in it decoded: fast to say
/// what is certainly not in it.
///
/// @param readings the line in each way it can be read
/// @param each every piece of [#SHORTEST] to [#LONGEST] characters
record Grams(List<String> readings, Set<String> each) {
  /// What is shorter is not looked for.
  static final int SHORTEST = 2;

  /// The ends of two identity numbers of this length are hardly ever the same, their beginnings
  /// often.
  private static final int LONGEST = 8;

  private static final Pattern GAPS = Pattern.compile(FoldedLine.GAP + "+");
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  /// Begun once for each row of backslashes, however long it is.
  private static final Pattern ESCAPED = Pattern.compile("(?<!\\\\)\\\\++u([0-9A-Fa-f]{4})");

  static Grams of(String line) {
    String decoded = unescaped(unpercented(line));
    List<String> readings =
        decoded.equals(line) ? List.of(bare(line)) : List.of(bare(line), bare(decoded));
    Set<String> each = new HashSet<>();
    for (String reading : readings) {
      for (int at = 0; at < reading.length(); at++) {
        for (int end = at + SHORTEST; end <= Math.min(at + LONGEST, reading.length()); end++) {
          each.add(reading.substring(at, end));
        }
      }
    }
    return new Grams(readings, each);
  }

  /// Whether a bare text stands in it; patterns say where, and whether as a word.
  boolean hold(String bare) {
    return readings.stream().anyMatch(reading -> reading.contains(bare));
  }

  /// A text as it is compared.
  static String bare(String text) {
    String lower = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return GAPS.matcher(lower).replaceAll("");
  }

  /// The piece by which a value is looked up.
  static String ending(String value) {
    String bare = bare(value);
    return bare.substring(Math.max(0, bare.length() - LONGEST));
  }

  private static String unpercented(String line) {
    return line.indexOf('%') < 0
        ? line
        : PERCENT.matcher(line).replaceAll(found -> Matcher.quoteReplacement(bytes(found.group())));
  }

  private static String bytes(String percented) {
    byte[] bytes = new byte[percented.length() / 3];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) Integer.parseInt(percented, 3 * at + 1, 3 * at + 3, 16);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String unescaped(String line) {
    return line.indexOf('\\') < 0
        ? line
        : ESCAPED
            .matcher(line)
            .replaceAll(found ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }
}
