package org.certassist.workbook;

/// Finds an attribute among the bytes of a tag.
final class TagAttributes {
  private final byte[] bytes;
  private int start;
  private int end;

  TagAttributes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Where the value that was found begins.
  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// @param from behind the tag's name
  /// @param to behind the tag
  boolean find(String attribute, int from, int to) {
    int at = from;
    while (true) {
      int name = behindSpace(at, to);
      int nameEnd = name;
      while (nameEnd < to && bytes[nameEnd] != '=' && !isSpace(bytes[nameEnd])) {
        nameEnd++;
      }
      int quote = behindSpace(behindSpace(nameEnd, to) + 1, to);
      if (quote >= to) {
        return false;
      }
      start = quote + 1;
      end = start;
      while (end < to && bytes[end] != bytes[quote]) {
        end++;
      }
      if (is(attribute, name, nameEnd)) {
        return end < to;
      }
      at = end + 1;
    }
  }

  boolean is(String name, int from, int to) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (bytes[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isSpace(byte c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private int behindSpace(int from, int to) {
    int at = from;
    while (at < to && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }
}
