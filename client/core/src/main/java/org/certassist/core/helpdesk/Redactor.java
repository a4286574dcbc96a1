package org.certassist.core.helpdesk;

import java.util.List;
import java.util.regex.Pattern;

/// Takes out of the lines of one bundle whatever says who somebody is, and whatever opens a key or
/// a session.
///
/// In its place stands a pseudonym such as `person-1`, the same for the same value within one
/// bundle and without a link to any other. Known names and numbers are found in every usual form;
/// for the rest there are labels, forms and arithmetic. **A limit:** the name of somebody whom the
/// program does not know is found only next to a label or an identity number.
///
/// One is made for each bundle and used by one thread.
public final class Redactor {
  /// A name that stands right before an identity number, or before what the log has in its place.
  private static final RedactionRule NAME_BEFORE_NUMBER =
      RedactionRule.of(
          Secrecy.PERSON,
          "(?<![\\p{IsHan}·])(?<s>\\p{IsHan}[\\p{IsHan}·]{1,3})(?<![号码证件份员人是为第])"
              + "[\\s,:、(\"'_|+-]{0,4}(?=[0-9]{17}[0-9Xx](?![0-9])|"
              + Pattern.quote(LogGuard.IN_PLACE_OF_ID)
              + ")");

  private final Pseudonyms pseudonyms = new Pseudonyms();
  private final NumbersInLine numbers = new NumbersInLine(pseudonyms);
  private final KnownForms known;

  /// @param known what the program knows of the people and units on this PC
  public Redactor(List<KnownSecret> known) {
    this.known = new KnownForms(known);
  }

  public List<String> lines(List<String> lines) {
    return lines.stream().map(this::line).toList();
  }

  /// The line as it may leave; a line that was redacted before stays as it is.
  public String line(String line) {
    FoldedLine folded = new FoldedLine(line);
    RedactionRules.LABELLED.forEach(rule -> rule.apply(folded, pseudonyms));
    RedactionRules.QUOTED.forEach(rule -> rule.apply(folded, pseudonyms));
    RedactionRules.BARE_PIN.apply(folded, pseudonyms);
    RedactionRules.MAIL.apply(folded, pseudonyms);
    known.hide(folded, pseudonyms);
    RedactionRules.PATHS.forEach(rule -> rule.apply(folded, pseudonyms));
    RedactionRules.READABLE.forEach(folded::keep);
    RedactionRules.BARE_TOKEN.apply(folded, pseudonyms);
    NAME_BEFORE_NUMBER.apply(folded, pseudonyms);
    numbers.hide(folded);
    RedactionRules.FORMS.forEach(rule -> rule.apply(folded, pseudonyms));
    return folded.redacted();
  }
}
