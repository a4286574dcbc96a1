package org.certassist.core.rules;

import java.util.regex.Pattern;

/// Text as it comes out of spreadsheet cells: trimming, full-width digits, hidden characters.
final class CellText {
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d{1,3}");

  private CellText() {}

  /// Without white space at its edges, ideographic and no-break spaces included.
  static String clean(String typed) {
    int from = 0;
    int to = typed.length();
    while (from < to && isSpace(typed.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(typed.charAt(to - 1))) {
      to--;
    }
    return typed.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// Full-width letters, digits and signs (U+FF01…FF5E) as their ASCII forms; nothing else changes.
  static String halfWidth(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
        .forEach(c -> out.append((char) c));
    return out.toString();
  }

  /// A control, format (zero width, direction mark) or private-use character that nobody typed on
  /// purpose.
  static boolean hasHiddenCharacters(String text) {
    return text.codePoints()
        .anyMatch(c ->
            switch (Character.getType(c)) {
              case Character.CONTROL,
                  Character.FORMAT,
                  Character.LINE_SEPARATOR,
                  Character.PARAGRAPH_SEPARATOR,
                  Character.PRIVATE_USE,
                  Character.SURROGATE,
                  Character.UNASSIGNED ->
                  true;
              default -> false;
            });
  }

  /// What a spreadsheet makes of a long number: 3.30E+17.
  static boolean looksScientific(String text) {
    return SCIENTIFIC.matcher(halfWidth(text)).matches();
  }
}
