package org.certassist.core.certificate;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whom a certificate names, each value with its origin.
///
/// @param facts of one field the one that counts first; those after it say otherwise, and are shown
public record Holder(List<HolderFact> facts) {
  public static final Holder UNKNOWN = new Holder(List.of());

  /// From an ASCII letter or digit to its full-width form.
  private static final int FULL_WIDTH = 0xFEE0;

  public Holder {
    facts = List.copyOf(facts);
  }

  /// The fact that counts.
  public Optional<HolderFact> fact(HolderField field) {
    return all(field).stream().findFirst();
  }

  public Optional<String> value(HolderField field) {
    return fact(field).map(HolderFact::value);
  }

  /// The one that counts, then those that say otherwise.
  public List<HolderFact> all(HolderField field) {
    return facts.stream().filter(fact -> fact.field() == field).toList();
  }

  /// A text of this certificate in which the numbers that belong to somebody are masked, in
  /// whatever width and case they stand there.
  public String masked(String text, UnaryOperator<String> mask) {
    String masked = text;
    for (HolderFact fact : facts) {
      if (fact.field().isPersonal()) {
        masked =
            inAnyWidth(fact.value())
                .matcher(masked)
                .replaceAll(found -> Matcher.quoteReplacement(mask.apply(found.group())));
      }
    }
    return masked;
  }

  Holder masked(UnaryOperator<String> mask) {
    return new Holder(
        facts.stream()
            .map(fact -> new HolderFact(fact.field(), masked(fact.value(), mask), fact.origin()))
            .toList());
  }

  private static Pattern inAnyWidth(String value) {
    return Pattern.compile(
        value
            .codePoints()
            .mapToObj(c ->
                c > ' ' && c < 0x7f
                    ? "(?:"
                        + Pattern.quote(Character.toString(c))
                        + "|"
                        + Character.toString(c + FULL_WIDTH)
                        + ")"
                    : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining()),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
