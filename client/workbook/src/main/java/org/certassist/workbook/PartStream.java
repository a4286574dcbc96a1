package org.certassist.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/// One unpacked part of a workbook: counts what comes out, refuses what unpacks too well or runs on
/// without a tag, and checks the checksum at its end.
final class PartStream extends FilterInputStream {
  static final long RATIO_COUNTS_FROM = 1 << 20;
  private static final int LONGEST_RUN = 1 << 20;

  /// Told how much of this part has come out.
  interface Count {
    void upTo(long length) throws CapReached;
  }

  private final CRC32 checksum = new CRC32();
  private final ZipEntry entry;
  private final Caps caps;
  private final Count count;
  private long length;
  private int run;

  PartStream(InputStream in, ZipEntry entry, Caps caps, Count count) {
    super(in);
    this.entry = entry;
    this.caps = caps;
    this.count = count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int got = in.read(into, from, Math.min(most, LONGEST_RUN));
    if (got < 0) {
      if (entry.getCrc() != -1 && entry.getCrc() != checksum.getValue()) {
        throw new Unusable("checksum of " + entry.getName());
      }
      return got;
    }
    checksum.update(into, from, got);
    length += got;
    count.upTo(length);
    long packed = Math.max(1, entry.getCompressedSize());
    if (length > RATIO_COUNTS_FROM && length / packed >= caps.ratio()) {
      throw new CapReached("ratio", caps.ratio());
    }
    measureRuns(into, from, got);
    return got;
  }

  @Override
  public long skip(long most) throws IOException {
    byte[] dropped = new byte[(int) Math.min(most, 8192)];
    int got = read(dropped, 0, dropped.length);
    return Math.max(0, got);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// A text or tag of more than a megabyte would be gathered in memory by any parser.
  private void measureRuns(byte[] bytes, int from, int length) throws CapReached {
    if (!entry.getName().endsWith(".xml") && !entry.getName().endsWith(".rels")) {
      return;
    }
    int end = from + length;
    if (run + length > LONGEST_RUN && run + upToTag(bytes, from, end) > LONGEST_RUN) {
      throw new CapReached("texts", caps.texts());
    }
    int tag = end - 1;
    while (tag >= from && !isTag(bytes[tag])) {
      tag--;
    }
    run = tag < from ? run + length : end - 1 - tag;
  }

  /// How many bytes go on with what came before; a single read is shorter than what is refused.
  private static int upToTag(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && !isTag(bytes[at])) {
      at++;
    }
    return at - from;
  }

  private static boolean isTag(byte one) {
    return one == '<' || one == '>';
  }
}
