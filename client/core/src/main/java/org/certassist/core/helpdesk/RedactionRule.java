package org.certassist.core.helpdesk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One form in which something that must not leave is written.
///
/// @param pattern what is hidden is its group `s`, in a folded line
record RedactionRule(Secrecy kind, Pattern pattern) {
  private static final String HIDDEN = "s";

  static RedactionRule of(Secrecy kind, String pattern) {
    return new RedactionRule(kind, Pattern.compile(pattern));
  }

  void apply(FoldedLine line, StandIns standIns) {
    Matcher found = pattern.matcher(line.text());
    while (found.find()) {
      if (found.start(HIDDEN) < found.end(HIDDEN)) {
        line.replace(found.start(HIDDEN), found.end(HIDDEN), kind, standIns);
      }
    }
  }
}
