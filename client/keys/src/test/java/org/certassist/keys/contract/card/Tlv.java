package org.certassist.keys.contract.card;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tag, length and value as cards use them (ISO/IEC 7816-4 §5.2.2, BER).
final class Tlv {
  private Tlv() {}

  /// One object; the tag is written in as many bytes as it needs.
  static byte[] of(int tag, byte[]... parts) {
    byte[] value = concat(parts);
    var out = new ByteArrayOutputStream();
    out.writeBytes(shortest(tag));
    if (value.length < 0x80) {
      out.write(value.length);
    } else {
      byte[] length = shortest(value.length);
      out.write(0x80 | length.length);
      out.writeBytes(length);
    }
    out.writeBytes(value);
    return out.toByteArray();
  }

  static byte[] of(int tag, String text) {
    return of(tag, text.getBytes(StandardCharsets.US_ASCII));
  }

  /// The objects that lie side by side in a value, one level deep; tags of one byte.
  ///
  /// @throws IllegalArgumentException for bytes that are no such objects
  static Map<Integer, byte[]> read(byte[] bytes) {
    Map<Integer, byte[]> found = new LinkedHashMap<>();
    int at = 0;
    while (at < bytes.length) {
      int tag = at(bytes, at++);
      int length = at(bytes, at++);
      if (length > 0x80) {
        int size = length - 0x80;
        length = 0;
        for (int i = 0; i < size; i++) {
          length = length << 8 | at(bytes, at++);
        }
      }
      if (length < 0 || length > bytes.length - at) {
        throw new IllegalArgumentException("a length beyond the end");
      }
      byte[] value = new byte[length];
      System.arraycopy(bytes, at, value, 0, length);
      found.put(tag, value);
      at += length;
    }
    return found;
  }

  static byte[] concat(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static int at(byte[] bytes, int index) {
    if (index >= bytes.length) {
      throw new IllegalArgumentException("an object cut short");
    }
    return Byte.toUnsignedInt(bytes[index]);
  }

  private static byte[] shortest(int number) {
    byte[] bytes = BigInteger.valueOf(Integer.toUnsignedLong(number)).toByteArray();
    return bytes.length > 1 && bytes[0] == 0
        ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length)
        : bytes;
  }
}
