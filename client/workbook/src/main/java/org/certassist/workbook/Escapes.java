package org.certassist.workbook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `_x000D_` form in which workbooks write characters that XML cannot hold (ST_Xstring).
final class Escapes {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private Escapes() {}

  /// A text as it stands between tags: what XML or this form would take for something else is
  /// written so that it is read as it was.
  static String encode(String text) {
    StringBuilder out = new StringBuilder();
    ESCAPE
        .matcher(text)
        .replaceAll("_x005F$0")
        .chars()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            default -> {
              boolean plain = (c >= ' ' && c < 0xFFFE) || c == '\n' || c == '\t';
              out.append(
                  plain ? String.valueOf((char) c) : String.format(Locale.ROOT, "_x%04X_", c));
            }
          }
        });
    return out.toString();
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
