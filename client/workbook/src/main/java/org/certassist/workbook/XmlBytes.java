package org.certassist.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// XML in UTF-8 on its way to a stream, without an object for every piece of it.
final class XmlBytes {
  private static final int SIZE = 1 << 16;
  private static final int LONGEST_PIECE = 1 << 12;

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int length;

  XmlBytes(OutputStream out) {
    this.out = out;
  }

  /// Tags, as [#tag(String)] made them ready.
  XmlBytes add(byte[] tag) throws IOException {
    makeRoom(tag.length);
    System.arraycopy(tag, 0, buffer, length, tag.length);
    length += tag.length;
    return this;
  }

  /// @return at most 4,096 bytes, to be added often
  static byte[] tag(String xml) {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LONGEST_PIECE) {
      throw new IllegalArgumentException();
    }
    return bytes;
  }

  /// A text as it stands between tags ([Escapes]).
  XmlBytes text(String text) throws IOException {
    return encoded(Escapes.encode(text));
  }

  /// Something without a character that XML would take for something else.
  XmlBytes encoded(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      makeRoom(4);
      char c = text.charAt(i);
      if (c < 0x80) {
        buffer[length++] = (byte) c;
      } else if (c < 0x800) {
        buffer[length++] = (byte) (0xC0 | (c >> 6));
        tail(c);
      } else if (!Character.isSurrogate(c)) {
        buffer[length++] = (byte) (0xE0 | (c >> 12));
        tail(c >> 6);
        tail(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        buffer[length++] = (byte) (0xF0 | (point >> 18));
        tail(point >> 12);
        tail(point >> 6);
        tail(point);
      } else {
        buffer[length++] = '?';
      }
    }
    return this;
  }

  void flush() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  private void tail(int bits) {
    buffer[length++] = (byte) (0x80 | (bits & 0x3F));
  }

  private void makeRoom(int more) throws IOException {
    if (length + more > SIZE) {
      flush();
    }
  }
}
