package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Goes through the tags of a part in UTF-8 while the part is passed on: what stands between tags,
/// and each tag that nobody touches, comes out byte for byte as it went in.
///
/// No more than one tag is held in memory. Document types are refused, as [XmlPart] refuses them.
final class TagStream {
  private static final int LONGEST_TAG = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[2 * LONGEST_TAG];
  private final TagAttributes attributes = new TagAttributes(buffer);
  private OutputStream out;
  private int passed;
  private int start;
  private int end;
  private int filled;
  private int name;
  private int nameEnd;

  TagStream(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /// Goes to the next start or end tag; all before it is passed on. Comments and the like are
  /// passed over. False after the last, when everything has been passed on.
  boolean next() throws IOException {
    start = end;
    while (true) {
      while (start < filled && buffer[start] != '<') {
        start++;
      }
      if (start == filled) {
        if (!fill()) {
          end = start;
          return false;
        }
      } else if (byteAt(1) == '!' || byteAt(1) == '?') {
        passOver();
      } else {
        // Reading on moves the start.
        int length = lengthOfTag();
        end = start + length;
        findName();
        return true;
      }
    }
  }

  boolean isEndTag() {
    return buffer[start + 1] == '/';
  }

  /// Whether it is start and end in one.
  boolean isEmpty() {
    return !isEndTag() && buffer[end - 2] == '/';
  }

  boolean starts(String localName) {
    return !isEndTag() && is(localName);
  }

  boolean ends(String localName) {
    return isEndTag() && is(localName);
  }

  private boolean is(String localName) {
    return attributes.is(localName, name, nameEnd);
  }

  String localName() {
    return text(name, nameEnd);
  }

  /// What stands before the name, with its colon; empty where there is none.
  String prefix() {
    return text(isEndTag() ? start + 2 : start + 1, name);
  }

  /// The tag as it is written.
  String text() {
    return text(start, end);
  }

  /// An attribute's value as it is written; empty where there is none.
  String attribute(String attribute) {
    return attributes.find(attribute, nameEnd, end)
        ? text(attributes.start(), attributes.end())
        : "";
  }

  /// Puts something before the tag.
  void insert(String xml) throws IOException {
    pass();
    out.write(xml.getBytes(StandardCharsets.UTF_8));
  }

  /// Puts something in the tag's place.
  void replace(String xml) throws IOException {
    insert(xml);
    passed = end;
  }

  /// Puts something inside a tag that is start and end in one; nothing changes where it is empty.
  void enclose(String xml) throws IOException {
    if (!xml.isEmpty()) {
      String opened = text(start, end - 2).stripTrailing() + ">";
      replace(opened + xml + "</" + text(start + 1, nameEnd) + ">");
    }
  }

  /// Gives the tag another value of an attribute, or one more attribute.
  void set(String attribute, String written) throws IOException {
    boolean there = attributes.find(attribute, nameEnd, end);
    int from = there ? attributes.start() : nameEnd;
    int to = there ? attributes.end() : nameEnd;
    String before = text(start, from);
    String after = text(to, end);
    replace(before + (there ? written : " " + attribute + "=\"" + written + "\"") + after);
  }

  /// Passes the rest, from the tag on, to another stream.
  void passTo(OutputStream other) throws IOException {
    pass();
    out = other;
  }

  private void pass() throws IOException {
    if (start > passed) {
      out.write(buffer, passed, start - passed);
      passed = start;
    }
  }

  /// Reads on; what stands behind `start` stays in memory.
  private boolean fill() throws IOException {
    pass();
    int kept = filled - start;
    System.arraycopy(buffer, start, buffer, 0, kept);
    passed = Math.max(0, passed - start);
    start = 0;
    filled = kept;
    if (filled >= LONGEST_TAG) {
      throw new Unusable("a tag without an end");
    }
    int got = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, got);
    return got >= 0;
  }

  private int byteAt(int offset) throws IOException {
    while (start + offset >= filled) {
      if (!fill()) {
        throw new Unusable("a tag without an end");
      }
    }
    return buffer[start + offset];
  }

  private boolean begins(String mark) throws IOException {
    for (int i = 0; i < mark.length(); i++) {
      if (byteAt(i) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void passOver() throws IOException {
    if (begins("<!--")) {
      passBehind(4, "-->");
    } else if (begins("<?")) {
      passBehind(2, "?>");
    } else if (begins("<![CDATA[")) {
      passBehind(9, "]]>");
    } else {
      throw new Unusable("a document type");
    }
  }

  private void passBehind(int from, String mark) throws IOException {
    start += from;
    while (!begins(mark)) {
      start++;
    }
    start += mark.length();
  }

  /// A bracket may stand inside quotation marks.
  private int lengthOfTag() throws IOException {
    int quote = 0;
    int offset = 1;
    while (true) {
      for (; start + offset < filled; offset++) {
        byte c = buffer[start + offset];
        if (c == '<') {
          throw new Unusable("a tag inside a tag");
        } else if (quote != 0) {
          quote = c == quote ? 0 : quote;
        } else if (c == '>') {
          return offset + 1;
        } else if (c == '"' || c == '\'') {
          quote = c;
        }
      }
      int _ = byteAt(offset);
    }
  }

  private void findName() {
    name = isEndTag() ? start + 2 : start + 1;
    nameEnd = name;
    while (!TagAttributes.isSpace(buffer[nameEnd])
        && buffer[nameEnd] != '/'
        && buffer[nameEnd] != '>') {
      if (buffer[nameEnd++] == ':') {
        name = nameEnd;
      }
    }
  }

  private String text(int from, int to) {
    return new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }
}
