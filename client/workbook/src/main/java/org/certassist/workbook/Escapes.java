package org.certassist.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `_x000D_` form in which workbooks write characters that XML cannot hold (ST_Xstring).
final class Escapes {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private Escapes() {}

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
