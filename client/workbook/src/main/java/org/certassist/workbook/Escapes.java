package org.certassist.workbook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `_x000D_` form in which workbooks write characters that XML cannot hold (ST_Xstring).
final class Escapes {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /// An underline that would be read as the beginning of this form, be its end a text's own or that
  /// of a character behind it that is written in this form.
  private static final Pattern LOOKS_LIKE_ONE =
      Pattern.compile("_(?=x[0-9A-Fa-f]{4}[_\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF\\p{Cs}])");

  private Escapes() {}

  /// A text as it stands between tags: what XML or this form would take for something else is
  /// written so that it is read as it was.
  static String encode(String text) {
    return needsNone(text) ? text : encodeEach(text);
  }

  /// Nearly always, and then nothing is made anew; a surrogate pair is looked at more closely.
  private static boolean needsNone(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c) || c == '&' || c == '<' || c == '>' || c == '_') {
        return false;
      }
    }
    return true;
  }

  private static String encodeEach(String text) {
    StringBuilder out = new StringBuilder();
    LOOKS_LIKE_ONE
        .matcher(text)
        .replaceAll("_x005F_")
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            default -> {
              if (isPlain(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(String.format(Locale.ROOT, "_x%04X_", c));
              }
            }
          }
        });
    return out.toString();
  }

  /// What XML can hold and gives back unchanged; half a surrogate pair is none.
  private static boolean isPlain(int c) {
    return (c >= ' ' && c < 0xD800)
        || (c > 0xDFFF && c < 0xFFFE)
        || c > 0xFFFF
        || c == '\n'
        || c == '\t';
  }

  static String decode(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
