package org.certassist.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.ExternSheetRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// The table of contents of an .xls file: its sheets, names, texts and number formats.
final class XlsGlobals {
  private static final int MOST_NAMES = 66_000;

  /// @param start where its records begin in the stream
  record Sheet(String name, int start) {}

  private final Caps caps;
  private final String file;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<Sheet> allSheets = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<ExternSheetRecord> references = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Integer> styles = new ArrayList<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private String stamp = "";
  private boolean from1904;

  private XlsGlobals(String file, Caps caps) {
    this.file = file;
    this.caps = caps;
  }

  static XlsGlobals read(XlsRecords records, String file, Caps caps)
      throws IOException, WorkbookException, InterruptedException {
    XlsGlobals globals = new XlsGlobals(file, caps);
    while (records.next()) {
      globals.take(records.sid(), records.content());
    }
    return globals;
  }

  /// The tables.
  List<Sheet> sheets() {
    return sheets;
  }

  /// Charts and macros too.
  List<Sheet> allSheets() {
    return allSheets;
  }

  /// The text of our own name; empty where there is none.
  String stamp() {
    return stamp;
  }

  CellDecoder decoder() {
    return new CellDecoder(new SharedTexts(texts), NumberFormats.of(styles, formats), from1904);
  }

  XlsFormulas formulas() {
    return new XlsFormulas(allSheets.stream().map(Sheet::name).toList(), names, references);
  }

  private void take(int sid, RecordInputStream in)
      throws IOException, WorkbookException, InterruptedException {
    switch (sid) {
      case Biff.FILEPASS -> throw new WorkbookException(new FileFault.PasswordProtected(file));
      case Biff.DATE_1904 -> from1904 = in.readUShort() == 1;
      case Biff.BOUNDSHEET -> takeSheet(in);
      case Biff.FORMAT -> {
        FormatRecord format = new FormatRecord(in);
        formats.put(format.getIndexCode(), format.getFormatString());
      }
      case Biff.XF -> {
        int _ = in.readUShort();
        styles.add(in.readUShort());
      }
      case Biff.SST -> takeTexts(in);
      case Biff.NAME -> takeName(new NameRecord(in));
      case Biff.EXTERNSHEET -> references.add(new ExternSheetRecord(in));
      default -> {}
    }
    if (allSheets.size() > MOST_NAMES
        || names.size() > MOST_NAMES
        || styles.size() > MOST_NAMES
        || references.size() > MOST_NAMES) {
      throw new Unusable("too many names or styles");
    }
  }

  /// A sheet's type is 0 for a table; others are charts and macros (MS-XLS 2.4.28).
  private void takeSheet(RecordInputStream in) {
    int start = in.readInt();
    int type = in.readUShort() >> 8;
    int length = in.readUByte();
    boolean wide = (in.readUByte() & 1) != 0;
    String name = wide ? in.readUnicodeLEString(length) : in.readCompressedUnicode(length);
    Sheet sheet = new Sheet(name, start);
    allSheets.add(sheet);
    if (type == 0) {
      sheets.add(sheet);
    }
  }

  /// How many there are is counted, not believed.
  private void takeTexts(RecordInputStream in) throws IOException, InterruptedException {
    int _ = in.readInt();
    int count = in.readInt();
    long characters = 0;
    for (int i = 0; i < count; i++) {
      if (in.remaining() == 0 && !(in.hasNextRecord() && in.getNextSid() == Biff.CONTINUE)) {
        throw new Unusable("texts missing");
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      String text = new UnicodeString(in).getString();
      characters += text.length() + SharedTexts.OBJECTS;
      if (characters > caps.texts()) {
        throw new CapReached("texts", caps.texts());
      }
      texts.add(text);
    }
  }

  private void takeName(NameRecord name) {
    names.add(name.isBuiltInName() ? "" : name.getNameText());
    if (!name.isBuiltInName() && name.getNameText().equals(Stamp.NAME)) {
      Ptg[] definition = name.getNameDefinition();
      if (definition.length == 1 && definition[0] instanceof StringPtg text) {
        stamp = text.getValue();
      }
    }
  }
}
