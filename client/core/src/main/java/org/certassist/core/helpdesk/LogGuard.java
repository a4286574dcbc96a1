package org.certassist.core.helpdesk;

/// Takes out of a line, before it is written into the log, what must not even lie on this PC's
/// disk: PINs and passwords, what opens a session, identity numbers and mobile phones.
///
/// A net below the rule that nobody logs them: it catches what a library quotes in its messages. In
/// the place of each stands its kind alone, such as `<id>`. Names and paths stay, since whoever
/// reads the log here knows them; [Redactor] hides them in what leaves.
public final class LogGuard {
  /// What is longer is cut off: looking through it would hold up whoever writes it.
  static final int LONGEST = 2000;

  private static final String CUT = "…";

  /// What numbers are written with.
  private static final String JOINS = "-_.:+/=@";

  private static final StandIns KIND = (kind, _) -> "<" + kind.word() + ">";

  /// What stands in the log where an identity number stood.
  static final String IN_PLACE_OF_ID = KIND.of(Secrecy.ID, "");

  private final NumbersInLine numbers = new NumbersInLine(KIND);

  /// May be called by many threads at once.
  public String line(String line) {
    FoldedLine folded = new FoldedLine(line.length() > LONGEST ? cut(line) + CUT : line);
    RedactionRules.LABELLED.forEach(rule -> rule.apply(folded, KIND));
    RedactionRules.QUOTED.forEach(rule -> rule.apply(folded, KIND));
    RedactionRules.BARE_PIN.apply(folded, KIND);
    RedactionRules.READABLE.forEach(folded::keep);
    RedactionRules.BARE_TOKEN.apply(folded, KIND);
    numbers.hide(folded);
    RedactionRules.MOBILE.apply(folded, KIND);
    return folded.redacted();
  }

  /// A number or word that the cut would go through goes with the rest: half an identity number
  /// still says somebody's birthday.
  private static String cut(String line) {
    int end = LONGEST;
    while (end > 0 && isPart(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isPart(char sign) {
    return Character.isLetterOrDigit(sign) || JOINS.indexOf(sign) >= 0;
  }
}
