package org.certassist.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.declaration.ReadingNote.Encoding;
import org.certassist.core.declaration.ReadingNote.Separator;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// A .csv file (RFC 4180): one sheet of texts, in an encoding and with a separator that are found
/// out and told.
final class CsvBook implements Book {
  private final Path file;
  private final Encoding encoding;
  private final Separator separator;
  private final Caps caps;

  private CsvBook(Path file, Encoding encoding, Separator separator, Caps caps) {
    this.file = file;
    this.encoding = encoding;
    this.separator = separator;
    this.caps = caps;
  }

  static CsvBook open(Path file, Caps caps)
      throws IOException, WorkbookException, InterruptedException {
    Encoding encoding =
        TextEncoding.of(file)
            .orElseThrow(
                () -> new WorkbookException(new FileFault.UnknownEncoding(FileForm.nameOf(file))));
    return new CsvBook(file, encoding, separator(file, encoding), caps);
  }

  /// The one that makes most columns of the header row.
  private static Separator separator(Path file, Encoding encoding) throws IOException {
    Separator best = Separator.COMMA;
    int most = 0;
    for (Separator each : Separator.values()) {
      int width = headerWidth(file, encoding, each);
      if (width > most) {
        most = width;
        best = each;
      }
    }
    return best;
  }

  private static int headerWidth(Path file, Encoding encoding, Separator separator)
      throws IOException {
    try (Text text = text(file, encoding, separator)) {
      Iterator<CSVRecord> records = text.parser().iterator();
      for (int row = 1; records.hasNext(); row++) {
        CSVRecord next = records.next();
        text.bounds().recordTaken();
        if (row == Layout.HEADER_ROW) {
          return next.size();
        }
      }
      return 0;
    } catch (UncheckedIOException notQuotedLikeThat) {
      return 0;
    }
  }

  /// A text and the parser that takes it.
  private record Text(RecordBounds bounds, CSVParser parser) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      parser.close();
    }
  }

  private static Text text(Path file, Encoding encoding, Separator separator) throws IOException {
    RecordBounds bounds =
        new RecordBounds(TextEncoding.reader(file, encoding), separator.sign(), Caps.COLUMNS);
    try {
      return new Text(
          bounds, CSVFormat.RFC4180.builder().setDelimiter(separator.sign()).get().parse(bounds));
    } catch (IOException | RuntimeException e) {
      bounds.close();
      throw e;
    }
  }

  @Override
  public String sheet() {
    return Layout.DATA_SHEET;
  }

  @Override
  public List<String> sheets() {
    return List.of(Layout.DATA_SHEET);
  }

  @Override
  public Optional<Stamp> stamp() {
    return Optional.empty();
  }

  @Override
  public Optional<ReadingNote> note() {
    return Optional.of(new ReadingNote.TextFile(encoding, separator));
  }

  @Override
  public Rows rows(String sheet, int columns) throws IOException {
    return new CsvRows(text(file, encoding, separator), columns, caps);
  }

  /// Every row of the file, as texts.
  List<List<String>> texts() throws IOException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvRows all = new CsvRows(text(file, encoding, separator), Caps.COLUMNS, caps)) {
      while (all.nextRow()) {
        rows.add(all.texts());
      }
    }
    return rows;
  }

  @Override
  public void close() {}

  /// Rows and cells as a spreadsheet would show them.
  private static final class CsvRows implements Rows {
    /// As many as a spreadsheet has.
    private static final int LAST_ROW = 1_048_576;

    private final Text text;
    private final Iterator<CSVRecord> records;
    private final int columns;
    private final Caps caps;
    private List<String> texts = List.of();
    private long characters;
    private int row;

    CsvRows(Text text, int columns, Caps caps) {
      this.text = text;
      this.records = text.parser().iterator();
      this.columns = columns;
      this.caps = caps;
    }

    @Override
    public boolean nextRow() throws IOException, InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      try {
        if (!records.hasNext()) {
          return false;
        }
        take(records.next());
        text.bounds().recordTaken();
      } catch (UncheckedIOException inside) {
        if (inside.getCause() instanceof CapReached cap) {
          throw cap;
        }
        throw new Unusable("quotation marks", inside);
      }
      row++;
      return true;
    }

    private void take(CSVRecord next) throws IOException {
      if (next.size() > Caps.COLUMNS) {
        throw new CapReached("columns", Caps.COLUMNS);
      }
      if (row >= LAST_ROW) {
        throw new CapReached("rows", caps.rows());
      }
      texts = next.stream().limit(columns).toList();
      for (String text : texts) {
        if (text.length() > Caps.CELL_TEXT) {
          throw new CapReached("texts", Caps.CELL_TEXT);
        }
        if (text.indexOf('\0') >= 0) {
          throw new Unusable("not a text");
        }
        characters += text.length();
      }
      if (characters > caps.texts()) {
        throw new CapReached("texts", caps.texts());
      }
    }

    List<String> texts() {
      return texts;
    }

    @Override
    public int row() {
      return row;
    }

    /// A text that begins with = would be evaluated by a spreadsheet: what she sees there is not
    /// what stands here.
    @Override
    public CellValue cell(int column) {
      String text = column < texts.size() ? texts.get(column) : "";
      return text.startsWith("=")
          ? new CellValue.Formula(text.substring(1))
          : CellDecoder.text(text);
    }

    @Override
    public boolean isBlank() {
      return texts.stream().allMatch(String::isEmpty);
    }

    @Override
    public boolean isHidden() {
      return false;
    }

    @Override
    public List<String> merged(int firstRow) {
      return List.of();
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
