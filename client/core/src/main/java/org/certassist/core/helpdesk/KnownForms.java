package org.certassist.core.helpdesk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds known names and numbers in every form that a log writes them in: with blanks between the
/// characters, in another case, in an address (`%E6…`) or escaped in JSON (`\u674e`).
final class KnownForms {
  /// Names of accounts that say nothing of their owner, and would hide common words.
  private static final Set<String> NOBODY =
      Set.of(
          "root",
          "user",
          "admin",
          "administrator",
          "guest",
          "public",
          "default",
          "test",
          "system",
          "owner",
          "pc",
          "home",
          "localhost");

  private final List<Form> forms;

  /// Which of them may stand in a line, by the characters that each ends with: an archive names
  /// thousands of people, a line one or none.
  private final Map<String, List<Integer>> byEnding = new HashMap<>();

  KnownForms(List<KnownSecret> known) {
    this.forms =
        known.stream()
            .map(each -> new KnownSecret(each.kind(), new FoldedLine(each.value()).text().strip()))
            .filter(each -> Grams.bare(each.value()).length() >= Grams.SHORTEST)
            .filter(each -> !NOBODY.contains(each.value().toLowerCase(Locale.ROOT)))
            .distinct()
            // The longest first: a name may be part of another.
            .sorted(Comparator.comparingInt((KnownSecret each) -> each.value().length()).reversed())
            .map(each -> new Form(each.kind(), each.value()))
            .toList();
    for (int at = 0; at < forms.size(); at++) {
      byEnding.computeIfAbsent(Grams.ending(forms.get(at).value()), _ -> new ArrayList<>()).add(at);
    }
  }

  /// A value with its pattern, which is made when it is first needed.
  private static final class Form {
    private final Secrecy kind;
    private final String value;
    private final String bare;
    private @Nullable Pattern pattern;

    Form(Secrecy kind, String value) {
      this.kind = kind;
      this.value = value;
      this.bare = Grams.bare(value);
    }

    String value() {
      return value;
    }

    boolean mayStandIn(Grams line) {
      return line.hold(bare);
    }

    void hide(FoldedLine line, StandIns standIns) {
      Pattern wanted = pattern;
      if (wanted == null) {
        wanted = pattern(value);
        pattern = wanted;
      }
      Matcher found = wanted.matcher(line.text());
      while (found.find()) {
        line.replace(found.start(), found.end(), kind, value, standIns);
      }
    }
  }

  void hide(FoldedLine line, StandIns standIns) {
    Grams grams = Grams.of(line.text());
    grams.each().stream()
        .flatMap(gram -> byEnding.getOrDefault(gram, List.of()).stream())
        .sorted()
        .map(forms::get)
        .filter(form -> form.mayStandIn(grams))
        .forEach(form -> form.hide(line, standIns));
  }

  private static Pattern pattern(String value) {
    String spread =
        value
            .replaceAll(FoldedLine.GAP, "")
            .codePoints()
            .mapToObj(c -> Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining(FoldedLine.GAP + "{0,2}"));
    StringBuilder encoded = new StringBuilder();
    for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(
          each < 0
              ? String.format(Locale.ROOT, "%%%02X", each)
              : Pattern.quote(Character.toString(each)));
    }
    String escaped =
        value
            .chars()
            .mapToObj(c ->
                c < 128
                    ? Pattern.quote(Character.toString(c))
                    : String.format(Locale.ROOT, "\\\\+u%04X", c))
            .collect(Collectors.joining());
    // A Latin name is looked for as a word, a Chinese one anywhere.
    String before = isLatin(value.charAt(0)) ? "(?<![0-9A-Za-z])" : "";
    String after = isLatin(value.charAt(value.length() - 1)) ? "(?![0-9A-Za-z])" : "";
    return Pattern.compile(
        before + "(?:" + spread + "|" + encoded + "|" + escaped + ")" + after,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static boolean isLatin(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
