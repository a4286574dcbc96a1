package org.certassist.platform.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The sections of an INI file: `[name]`, then `key = value` a line, comments after `#` or `;` at
/// the beginning of one.
///
/// A line that is none of these is left out; of a key that stands twice the first counts.
final class IniFile {
  /// More than a client's list of all keys that it knows.
  private static final int MOST_SECTIONS = 500;

  private IniFile() {}

  /// The values of each section by their keys in lower case; quotes around a value are not part of
  /// it. What stands before the first section is nobody's.
  static List<Map<String, String>> sections(String text) {
    List<Map<String, String>> sections = new ArrayList<>();
    for (String each : text.lines().toList()) {
      String line = each.strip();
      int equals = line.indexOf('=');
      if (line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        if (sections.size() == MOST_SECTIONS) {
          break;
        }
        sections.add(new LinkedHashMap<>());
      } else if (equals > 0 && !sections.isEmpty()) {
        sections
            .getLast()
            .putIfAbsent(
                line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                unquoted(line.substring(equals + 1).strip()));
      }
    }
    return sections;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
