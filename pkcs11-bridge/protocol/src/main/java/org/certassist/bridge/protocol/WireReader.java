package org.certassist.bridge.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.certassist.bridge.protocol.WireException.Kind;

/// Reads a payload's fields in order and trusts no length in it.
final class WireReader {
  private final byte[] bytes;
  private final List<Secret> secrets = new ArrayList<>();
  private int at;

  WireReader(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  static int int32(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 24)
        | ((bytes[at + 1] & 0xff) << 16)
        | ((bytes[at + 2] & 0xff) << 8)
        | (bytes[at + 3] & 0xff);
  }

  int u8() throws WireException {
    return bytes[take(1)] & 0xff;
  }

  int u16() throws WireException {
    int from = take(2);
    return ((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff);
  }

  int u32() throws WireException {
    return int32(bytes, take(4));
  }

  long u64() throws WireException {
    int from = take(8);
    return ((long) int32(bytes, from) << 32) | (int32(bytes, from + 4) & 0xffff_ffffL);
  }

  boolean bool() throws WireException {
    int value = u8();
    if (value > 1) {
      throw new WireException(Kind.MALFORMED, "a boolean of " + value);
    }
    return value == 1;
  }

  Bytes bytes() throws WireException {
    return Bytes.of(array());
  }

  Secret secret() throws WireException {
    Secret secret = Secret.owning(array());
    secrets.add(secret);
    return secret;
  }

  /// Wipes the secrets read so far, where the rest of the payload makes no sense.
  void wipe() {
    secrets.forEach(Secret::close);
  }

  String text() throws WireException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(array())).toString();
    } catch (CharacterCodingException e) {
      throw new WireException(Kind.MALFORMED, "text that is not UTF-8");
    }
  }

  /// A word that must be known.
  <E extends WireCode> E word(E[] words) throws WireException {
    int code = u8();
    return WireCode.find(words, code)
        .orElseThrow(() -> new WireException(Kind.MALFORMED, "a word of number " + code));
  }

  /// A word that a newer peer may have added.
  <E extends WireCode> E word(E[] words, E otherwise) throws WireException {
    return WireCode.find(words, u8()).orElse(otherwise);
  }

  <T> List<T> list(Field<T> field) throws WireException {
    int count = u16();
    List<T> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      list.add(field.read(this));
    }
    return list;
  }

  TokenId tokenId() throws WireException {
    return new TokenId(text(), text(), text());
  }

  void end() throws WireException {
    if (at != bytes.length) {
      throw new WireException(Kind.MALFORMED, (bytes.length - at) + " bytes too many");
    }
  }

  private byte[] array() throws WireException {
    int length = u32();
    int from = take(length);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  private int take(int count) throws WireException {
    if (count < 0 || count > bytes.length - at) {
      throw new WireException(Kind.MALFORMED, "a field reaches beyond its frame");
    }
    int from = at;
    at += count;
    return from;
  }

  /// Reads one element of a list.
  interface Field<T> {
    T read(WireReader in) throws WireException;
  }
}
