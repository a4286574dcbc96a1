package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a part is in UTF-8, as nearly all are; XML says it in its first line or by its first
/// bytes (XML 1.0, appendix F).
final class Utf8 {
  private static final int HEAD = 256;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private Utf8() {}

  static boolean is(Optional<InputStream> part) throws IOException {
    if (part.isEmpty()) {
      return true;
    }
    try (InputStream in = part.get()) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      String text = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
      Matcher named = ENCODING.matcher(text);
      return text.stripLeading().startsWith("<")
          && text.indexOf('\0') < 0
          && (!named.find() || named.group(1).toLowerCase(Locale.ROOT).equals("utf-8"));
    }
  }
}
