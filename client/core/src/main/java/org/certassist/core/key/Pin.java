package org.certassist.core.key;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// A PIN in memory as UTF-8 bytes, wiped on close; it has no text form.
public final class Pin implements AutoCloseable {
  private final byte[] bytes;
  private boolean closed;

  private Pin(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Takes over the characters and wipes the caller's array.
  ///
  /// @throws IllegalArgumentException for half a character pair: a PIN cut short would cost a try
  public static Pin of(char[] characters) {
    ByteBuffer encoded = ByteBuffer.allocate(characters.length * 3);
    CoderResult result =
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), encoded, true);
    byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
    Arrays.fill(encoded.array(), (byte) 0);
    Arrays.fill(characters, '\0');
    if (result.isError()) {
      Arrays.fill(bytes, (byte) 0);
      throw new IllegalArgumentException("half a character pair is no PIN");
    }
    return new Pin(bytes);
  }

  /// Takes over the bytes and wipes the caller's array.
  public static Pin ofUtf8(byte[] utf8) {
    byte[] bytes = utf8.clone();
    Arrays.fill(utf8, (byte) 0);
    return new Pin(bytes);
  }

  /// A copy of the bytes; the caller wipes it after use.
  ///
  /// @throws IllegalStateException after [#close()]
  public byte[] copy() {
    if (closed) {
      throw new IllegalStateException("PIN already wiped");
    }
    return bytes.clone();
  }

  /// Whether both are the same; takes the same time wherever they differ.
  public boolean isSameAs(Pin other) {
    return MessageDigest.isEqual(bytes, other.bytes);
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /// How many bytes it is.
  public int length() {
    return bytes.length;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
    closed = true;
  }

  @Override
  public String toString() {
    return "Pin";
  }
}
