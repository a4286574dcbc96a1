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
    for (int at = 0; at < text.length(); at++) {
      if (isFullWidth(text.charAt(at))) {
        return halved(text);
      }
    }
    return text;
  }

  private static String halved(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int at = 0; at < out.length(); at++) {
      char c = out.charAt(at);
      if (isFullWidth(c)) {
        out.setCharAt(at, (char) (c - 0xFEE0));
      }
    }
    return out.toString();
  }

  private static boolean isFullWidth(char c) {
    return c >= 0xFF01 && c <= 0xFF5E;
  }

  /// A control, format (zero width, direction mark) or private-use character that nobody typed on
  /// purpose.
  static boolean hasHiddenCharacters(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isHidden(c)) {
        return true;
      }
      at += Character.charCount(c);
    }
    return false;
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /// What a spreadsheet makes of a long number: 3.30E+17.
  static boolean looksScientific(String text) {
    String plain = halfWidth(text);
    return (plain.indexOf('E') > 0 || plain.indexOf('e') > 0)
        && SCIENTIFIC.matcher(plain).matches();
  }
}
