package org.certassist.core.helpdesk;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line as it is searched, each full-width character as its plain one, with what was settled
/// blotted out.
///
/// Places are the same in the line and in what is searched, so that the rest stays as it was.
final class FoldedLine {
  /// What people and programs put between the digits of a number: a blank, a hyphen, a dot, and
  /// what cannot be seen.
  static final String GAP = "[\\s\\p{Zs}\\p{Pd}\\p{Cf}._\u2212]";

  /// Matches nothing that is looked for.
  private static final char BLOT = '\u0000';

  private static final int FULL_WIDTH_FIRST = '！';
  private static final int FULL_WIDTH_LAST = '～';
  private static final int FULL_WIDTH_DISTANCE = '！' - '!';

  private final String line;
  private final StringBuilder folded;
  private final TreeMap<Integer, Replacement> replacements = new TreeMap<>();

  private record Replacement(int end, String by) {}

  FoldedLine(String line) {
    this.line = line;
    this.folded = new StringBuilder(line.length());
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      boolean wide = c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST;
      folded.append(wide ? (char) (c - FULL_WIDTH_DISTANCE) : c);
    }
  }

  String text() {
    return folded.toString();
  }

  /// Leaves every match as it is and unseen by whatever is looked for later.
  void keep(Pattern pattern) {
    Matcher found = pattern.matcher(text());
    while (found.find()) {
      blot(found.start(), found.end());
    }
  }

  /// Puts something else in the place of a part.
  void replace(int start, int end, Secrecy kind, StandIns standIns) {
    replace(start, end, kind, folded.substring(start, end), standIns);
  }

  /// @param value what the part stands for, where it is written in another form
  void replace(int start, int end, Secrecy kind, String value, StandIns standIns) {
    replacements.put(start, new Replacement(end, standIns.of(kind, value)));
    blot(start, end);
  }

  private void blot(int start, int end) {
    for (int at = start; at < end; at++) {
      folded.setCharAt(at, BLOT);
    }
  }

  /// The line with what stands in for the parts.
  String redacted() {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Map.Entry<Integer, Replacement> each : replacements.entrySet()) {
      out.append(line, from, each.getKey()).append(each.getValue().by());
      from = each.getValue().end();
    }
    return out.append(line, from, line.length()).toString();
  }
}
