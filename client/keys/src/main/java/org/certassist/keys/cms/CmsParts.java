package org.certassist.keys.cms;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Takes a CMS apart while it is read once: the content inside streams past, all the rest is small
/// and stays.
///
/// Everything a stranger chooses is bounded here: the bytes that stay in memory and how deep things
/// nest. The content has no bound but the reader's patience.
final class CmsParts {
  private static final int LARGEST_WITHOUT_CONTENT = 8 * 1024 * 1024;
  private static final int DEEPEST = 40;

  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int OCTETS = 0x04;
  private static final int OCTETS_IN_PIECES = 0x24;
  private static final int SEQUENCE = 0x30;
  private static final int EXPLICIT_0 = 0xA0;
  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_TAG = 0x1F;
  private static final long INDEFINITE = -1;

  /// A CMS without its content.
  ///
  /// @param detached BER of the same CMS as if it had been made detached
  /// @param attached it had content inside
  record Apart(byte[] detached, boolean attached) {}

  /// One constructed object that is being read.
  private record Frame(long end) {}

  private final InputStream in;
  private final OutputStream content;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long position;
  private int peeked = -1;

  private CmsParts(InputStream in, OutputStream content) {
    this.in = in;
    this.content = content;
  }

  /// @param content gets the content's bytes
  /// @throws IOException also where the bytes are no CMS signed data
  static Apart of(InputStream in, OutputStream content) throws IOException {
    CmsParts parts = new CmsParts(new BufferedInputStream(in, 1 << 16), content);
    boolean attached = parts.contentInfo();
    require(parts.peek() < 0, "end");
    return new Apart(parts.kept.toByteArray(), attached);
  }

  private boolean contentInfo() throws IOException {
    Frame contentInfo = enter(SEQUENCE, true);
    require(peek() == OBJECT_IDENTIFIER, "type");
    copy(0);
    Frame explicit = enter(EXPLICIT_0, true);
    Frame signedData = enter(SEQUENCE, true);
    copy(0); // version
    copy(0); // digest algorithms
    Frame encapsulated = enter(SEQUENCE, true);
    require(peek() == OBJECT_IDENTIFIER, "content type");
    copy(0);
    boolean attached = more(encapsulated);
    if (attached) {
      Frame inside = enter(EXPLICIT_0, false);
      octets(0);
      leave(inside, false);
    }
    leave(encapsulated, true);
    while (more(signedData)) {
      copy(0); // certificates, CRLs, signers
    }
    leave(signedData, true);
    leave(explicit, true);
    leave(contentInfo, true);
    return attached;
  }

  /// The content, in one piece or in pieces of pieces.
  private void octets(int depth) throws IOException {
    require(depth < DEEPEST, "depth");
    int tag = peek();
    if (tag == OCTETS_IN_PIECES) {
      Frame pieces = enter(tag, false);
      while (more(pieces)) {
        octets(depth + 1);
      }
      leave(pieces, false);
      return;
    }
    require(tag == OCTETS, "content");
    require(take() == OCTETS, "content");
    long length = length(false);
    require(length >= 0, "length");
    pass(length, content);
  }

  /// Copies one object as it stands.
  private void copy(int depth) throws IOException {
    require(depth < DEEPEST, "depth");
    int tag = take();
    require(tag > 0 && (tag & LONG_TAG) != LONG_TAG, "tag");
    kept.write(tag);
    long length = length(true);
    if (length != INDEFINITE) {
      require(length <= LARGEST_WITHOUT_CONTENT - kept.size(), "size");
      pass(length, kept);
      return;
    }
    require((tag & CONSTRUCTED) != 0, "length");
    Frame indefinite = new Frame(INDEFINITE);
    while (more(indefinite)) {
      copy(depth + 1);
    }
    leave(indefinite, true);
  }

  /// Enters a constructed object; where it is kept, it is kept with an indefinite length, since
  /// what it holds changes its size.
  private Frame enter(int tag, boolean keep) throws IOException {
    require(take() == tag, "tag");
    long length = length(false);
    if (keep) {
      kept.write(tag);
      kept.write(0x80);
    }
    return new Frame(length == INDEFINITE ? INDEFINITE : position + length);
  }

  private boolean more(Frame frame) throws IOException {
    require(kept.size() <= LARGEST_WITHOUT_CONTENT, "size");
    if (frame.end() != INDEFINITE) {
      return position < frame.end();
    }
    int next = peek();
    require(next >= 0, "end");
    return next != 0;
  }

  private void leave(Frame frame, boolean keep) throws IOException {
    if (frame.end() == INDEFINITE) {
      for (int zeros = 0; zeros < 2; zeros++) {
        require(take() == 0, "end of contents");
      }
    } else {
      require(position == frame.end(), "length");
    }
    if (keep) {
      kept.write(0);
      kept.write(0);
    }
  }

  private long length(boolean keep) throws IOException {
    int first = take();
    if (keep) {
      kept.write(first);
    }
    if (first <= 0x80) {
      return first == 0x80 ? INDEFINITE : first;
    }
    int bytes = first & 0x7F;
    require(bytes <= 8, "length");
    long length = 0;
    for (int i = 0; i < bytes; i++) {
      int next = take();
      if (keep) {
        kept.write(next);
      }
      length = length << 8 | next;
    }
    require(length >= 0 && length < Long.MAX_VALUE - position, "length");
    return length;
  }

  private void pass(long length, OutputStream to) throws IOException {
    byte[] buffer = new byte[(int) Math.min(length, 1 << 16)];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      require(read > 0, "end");
      to.write(buffer, 0, read);
      left -= read;
    }
    position += length;
  }

  private int peek() throws IOException {
    if (peeked < 0) {
      peeked = in.read();
    }
    return peeked;
  }

  private int take() throws IOException {
    int next = peek();
    require(next >= 0, "end");
    peeked = -1;
    position++;
    return next;
  }

  private static void require(boolean held, String what) throws IOException {
    if (!held) {
      throw new IOException("CMS: " + what);
    }
  }
}
