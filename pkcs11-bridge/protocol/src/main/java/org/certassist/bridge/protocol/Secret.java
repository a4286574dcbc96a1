package org.certassist.bridge.protocol;

import java.util.Arrays;

/// A PIN on its way: UTF-8 bytes that are wiped when it is closed and never shown.
public final class Secret implements AutoCloseable {
  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Takes over `bytes`; the caller keeps no other copy.
  public static Secret owning(byte[] bytes) {
    return new Secret(bytes);
  }

  public static Secret none() {
    return new Secret(new byte[0]);
  }

  /// The living array: zeros once this is closed.
  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "secret";
  }
}
