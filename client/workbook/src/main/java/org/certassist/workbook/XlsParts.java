package org.certassist.workbook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.util.LittleEndian;

/// Tells where the parts of an .xls stream begin that stand one behind the other, the table of
/// contents first; those inside another part, as a chart's in a sheet, are not among them (MS-XLS
/// 2.1.7.20).
final class XlsParts {
  private static final int HEADER = 4;

  private final InputStream in;
  private final List<Integer> starts = new ArrayList<>();
  private int depth;
  private int at;

  private XlsParts(InputStream in) {
    this.in = in;
  }

  /// What stands behind the last part is passed over.
  ///
  /// @param in stands at the stream's first byte
  /// @throws EOFException where a part has no end
  static List<Integer> starts(InputStream in) throws IOException, InterruptedException {
    XlsParts parts = new XlsParts(in);
    boolean more = true;
    while (more) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      more = parts.pass();
    }
    return parts.starts;
  }

  /// Passes one record; false behind the last part.
  private boolean pass() throws IOException {
    byte[] header = in.readNBytes(HEADER);
    boolean whole = header.length == HEADER;
    if (depth == 0 && !(whole && LittleEndian.getUShort(header) == Biff.BOF)) {
      return false;
    }
    if (!whole) {
      throw new EOFException("no end of a part");
    }
    switch (LittleEndian.getUShort(header)) {
      case Biff.BOF -> {
        if (depth == 0) {
          starts.add(at);
        }
        depth++;
      }
      case Biff.EOF -> depth--;
      default -> {}
    }
    int length = LittleEndian.getUShort(header, 2);
    in.skipNBytes(length);
    at += HEADER + length;
    return true;
  }
}
