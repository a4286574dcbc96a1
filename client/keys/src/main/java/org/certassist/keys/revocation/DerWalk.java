package org.certassist.keys.revocation;

import java.io.IOException;

/// A walk over DER values that lie one after the other in an array, which builds nothing.
final class DerWalk {
  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int UTC_TIME = 0x17;
  static final int GENERALIZED_TIME = 0x18;
  static final int SEQUENCE = 0x30;

  private final byte[] bytes;
  private final int end;
  private int at;

  DerWalk(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /// One value: where it begins, where its content does, where it ends.
  record Value(int tag, int from, int content, int end) {}

  boolean hasMore() {
    return at < end;
  }

  boolean isNext(int tag) {
    return hasMore() && (bytes[at] & 0xff) == tag;
  }

  DerWalk into(Value value) {
    return new DerWalk(bytes, value.content(), value.end());
  }

  Value next(int tag) throws IOException {
    if (!isNext(tag)) {
      throw new IOException("another value expected");
    }
    return next();
  }

  /// @throws IOException where the length is not DER or leads beyond the end
  Value next() throws IOException {
    int from = at;
    if (end - from < 2 || (bytes[from] & 0x1f) == 0x1f) {
      throw new IOException("no value");
    }
    int first = bytes[from + 1] & 0xff;
    int content = from + 2;
    long length = first;
    if (first >= 0x80) {
      int count = first - 0x80;
      if (count < 1 || count > 4 || end - content < count || bytes[content] == 0) {
        throw new IOException("no DER length");
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = (length << 8) | (bytes[content + i] & 0xff);
      }
      content += count;
      if (length < 0x80) {
        throw new IOException("no DER length");
      }
    }
    if (length > end - content) {
      throw new IOException("too short");
    }
    at = content + (int) length;
    return new Value(bytes[from] & 0xff, from, content, at);
  }
}
