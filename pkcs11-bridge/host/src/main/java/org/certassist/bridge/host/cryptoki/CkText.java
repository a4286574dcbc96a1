package org.certassist.bridge.host.cryptoki;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text as drivers write it: UTF-8 by the standard, GBK in fact.
final class CkText {
  private static final Charset GBK = Charset.forName("GBK");

  private CkText() {}

  /// A fixed field, padded with blanks by the standard, with zeros in fact.
  static String padded(MemorySegment segment, long offset, int length) {
    return decode(segment.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE));
  }

  static String decode(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    byte[] text = Arrays.copyOf(bytes, end);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString().strip();
    } catch (CharacterCodingException e) {
      return new String(text, GBK).strip();
    }
  }
}
