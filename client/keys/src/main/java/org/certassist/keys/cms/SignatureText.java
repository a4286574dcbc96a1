package org.certassist.keys.cms;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/// A signature file as bytes, whether it holds them as they are, as PEM or as bare base64.
final class SignatureText {
  /// What may stand before the first line of PEM.
  private static final int LONGEST_PREFACE = 64 * 1024;

  private static final int SEQUENCE = 0x30;

  private SignatureText() {}

  /// @param file closed with what is returned
  static InputStream decoded(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
    in.mark(LONGEST_PREFACE + 1);
    if (in.read() == SEQUENCE) { // in base64 it would be an M
      in.reset();
      return in;
    }
    in.reset();
    if (!skipPastBegin(in)) {
      in.reset();
    }
    return Base64.getMimeDecoder().wrap(new UntilDash(in));
  }

  /// Past `-----BEGIN CMS-----` or the like.
  private static boolean skipPastBegin(InputStream in) throws IOException {
    int dashes = 0;
    boolean within = false;
    for (int i = 0; i < LONGEST_PREFACE; i++) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      if (within && next == '\n') {
        return true;
      }
      dashes = next == '-' ? dashes + 1 : 0;
      within |= dashes == 5;
    }
    return false;
  }

  /// Ends where the last line of PEM begins.
  private static final class UntilDash extends FilterInputStream {
    private boolean ended;

    UntilDash(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = ended ? -1 : super.read();
      ended |= next == '-';
      return ended ? -1 : next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int next = read();
        if (next < 0) {
          return count == 0 ? -1 : count;
        }
        bytes[offset + count] = (byte) next;
        count++;
      }
      return count;
    }
  }
}
