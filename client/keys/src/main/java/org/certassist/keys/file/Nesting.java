package org.certassist.keys.file;

/// How deep structures of ASN.1 lie in one another, counted before anything is read into objects.
final class Nesting {
  private static final int OPEN_ENDED = -1;
  private static final int LONG_TAG = 0x1f;
  private static final int CONSTRUCTED = 0x20;

  private final byte[] bytes;
  private final int[] ends;
  private int depth;
  private int at;

  private Nesting(int most, byte[] bytes) {
    this.bytes = bytes;
    this.ends = new int[most];
  }

  /// @throws KeyFileException where it is deeper; what is malformed is left to those who read it
  static void refuseDeeperThan(int most, byte[] ber) throws KeyFileException {
    Nesting nesting = new Nesting(most, ber);
    boolean going = true;
    while (going) {
      going = nesting.step();
    }
  }

  /// Goes into the next structure, or past the next value; false at the end.
  private boolean step() throws KeyFileException {
    while (depth > 0 && ends[depth - 1] != OPEN_ENDED && at >= ends[depth - 1]) {
      depth--;
    }
    int tag = next();
    if ((tag & LONG_TAG) == LONG_TAG) {
      while ((next() & 0x80) != 0 && at < bytes.length) {}
    }
    int length = length();
    if (at >= bytes.length) {
      return false;
    }
    if (tag == 0 && length == 0) { // the end of one that is open-ended
      depth = Math.max(0, depth - 1);
    } else if ((tag & CONSTRUCTED) != 0) {
      enter(length == OPEN_ENDED ? OPEN_ENDED : at + length);
    } else if (length == OPEN_ENDED) {
      return false;
    } else {
      at += length;
    }
    return true;
  }

  private void enter(int end) throws KeyFileException {
    if (depth == ends.length) {
      throw new KeyFileException("deeper than " + ends.length);
    }
    ends[depth] = end;
    depth++;
  }

  /// At most what is left.
  private int length() {
    int first = next();
    if (first == 0x80) {
      return OPEN_ENDED;
    }
    long length = first;
    if (first > 0x80) {
      length = 0;
      for (int i = first & 0x7f; i > 0; i--) {
        length = Math.min(length << Byte.SIZE | next(), Integer.MAX_VALUE);
      }
    }
    return (int) Math.min(length, bytes.length - at);
  }

  private int next() {
    int value = at < bytes.length ? bytes[at] & 0xff : 0;
    at = Math.min(at + 1, bytes.length);
    return value;
  }
}
