package org.certassist.bridge.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/// Writes one frame's fields in order and leaves no copy behind.
final class WireWriter {
  private byte[] bytes = new byte[512];
  private int at;

  WireWriter(int id, int type) {
    u32(0).u32(id).u16(type);
  }

  WireWriter u8(int value) {
    room(1);
    bytes[at++] = (byte) value;
    return this;
  }

  WireWriter u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  WireWriter u32(int value) {
    return u16(value >>> 16).u16(value);
  }

  WireWriter u64(long value) {
    return u32((int) (value >>> 32)).u32((int) value);
  }

  WireWriter bool(boolean value) {
    return u8(value ? 1 : 0);
  }

  WireWriter word(WireCode word) {
    return u8(word.code());
  }

  WireWriter bytes(Bytes value) {
    return array(value.toArray());
  }

  WireWriter secret(Secret value) {
    return array(value.bytes());
  }

  WireWriter text(String value) {
    return array(value.getBytes(StandardCharsets.UTF_8));
  }

  WireWriter tokenId(TokenId id) {
    return text(id.manufacturer()).text(id.model()).text(id.serial());
  }

  <T> WireWriter list(List<T> list, BiConsumer<WireWriter, T> field) {
    if (list.size() > 0xffff) {
      throw new IllegalArgumentException("a list of " + list.size());
    }
    u16(list.size());
    list.forEach(element -> field.accept(this, element));
    return this;
  }

  /// A last field of zeros that brings the frame to the size at which streams do not keep a copy.
  WireWriter padding() {
    return array(new byte[Math.max(0, Protocol.PIN_FRAME - at - 4)]);
  }

  /// The whole frame, length field included; the writer is empty afterwards.
  byte[] frame() {
    int end = at;
    if (end - 4 > Protocol.MAX_LENGTH) {
      throw new IllegalArgumentException("a frame of " + end + " bytes");
    }
    at = 0;
    u32(end - 4);
    byte[] frame = Arrays.copyOf(bytes, end);
    Arrays.fill(bytes, (byte) 0);
    return frame;
  }

  private WireWriter array(byte[] value) {
    u32(value.length);
    room(value.length);
    System.arraycopy(value, 0, bytes, at, value.length);
    at += value.length;
    return this;
  }

  private void room(int count) {
    if (bytes.length - at < count) {
      byte[] small = bytes;
      bytes = Arrays.copyOf(small, Math.max(small.length * 2, at + count));
      Arrays.fill(small, (byte) 0);
    }
  }
}
