package org.certassist.workbook;

import java.io.InputStream;
import org.apache.poi.hssf.record.RecordInputStream;

/// The records of one part of an .xls file, from its beginning to its end, without those of charts
/// inside it (MS-XLS 2.1.7.20).
///
/// Only what is asked for is made sense of; all other records, drawings and objects among them, are
/// passed over unread.
final class XlsRecords {
  private static final int BIFF8 = 0x0600;

  private final RecordInputStream records;
  private int depth;

  /// @param in stands at the part's first record
  XlsRecords(InputStream in) throws Unusable {
    this.records = new RecordInputStream(in);
    if (!records.hasNextRecord()) {
      throw new Unusable("no records");
    }
    records.nextRecord();
    if (sid() != Biff.BOF || records.readUShort() != BIFF8) {
      throw new Unusable("no beginning");
    }
    depth = 1;
  }

  /// Goes to the next record; false at the part's end.
  boolean next() throws Unusable, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (true) {
      passOver();
      if (!records.hasNextRecord()) {
        throw new Unusable("no end");
      }
      records.nextRecord();
      switch (sid()) {
        case Biff.BOF -> depth++;
        case Biff.EOF -> {
          depth--;
          if (depth == 0) {
            return false;
          }
        }
        default -> {
          if (depth == 1) {
            return true;
          }
        }
      }
    }
  }

  int sid() {
    return Short.toUnsignedInt(records.getSid());
  }

  /// The present record's content; what is left of it is passed over.
  RecordInputStream content() {
    return records;
  }

  private void passOver() {
    while (records.remaining() > 0) {
      byte[] _ = records.readRemainder();
    }
  }
}
