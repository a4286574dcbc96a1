package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.HPSFException;
import org.apache.poi.hpsf.PropertySet;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// An opened .xls file (MS-XLS, BIFF8), read record by record; drawings, objects and macros in it
/// are passed over.
final class XlsBook implements Book {
  private static final int LONGEST_PROPERTIES = 1 << 20;

  private final POIFSFileSystem disk;
  private final DocumentEntry stream;
  private final XlsGlobals globals;
  private final XlsGlobals.Sheet sheet;
  private final Caps caps;

  private XlsBook(
      POIFSFileSystem disk,
      DocumentEntry stream,
      XlsGlobals globals,
      XlsGlobals.Sheet sheet,
      Caps caps) {
    this.disk = disk;
    this.stream = stream;
    this.globals = globals;
    this.sheet = sheet;
    this.caps = caps;
  }

  static XlsBook open(Path file, Caps caps)
      throws IOException, WorkbookException, InterruptedException {
    String name = FileForm.nameOf(file);
    POIFSFileSystem disk = Poi.read(() -> new POIFSFileSystem(file.toFile(), true));
    try {
      return Poi.read(() -> {
        DocumentEntry stream = stream(disk, name, caps);
        XlsGlobals globals = XlsGlobals.read(records(stream, 0), name, caps);
        return new XlsBook(disk, stream, globals, dataSheet(globals.sheets(), name), caps);
      });
    } catch (IOException | WorkbookException | InterruptedException | RuntimeException e) {
      disk.close();
      throw e;
    }
  }

  private static XlsGlobals.Sheet dataSheet(List<XlsGlobals.Sheet> sheets, String file)
      throws WorkbookException {
    return sheets.stream()
        .filter(each -> each.name().equals(Layout.DATA_SHEET))
        .findFirst()
        .or(() -> sheets.stream().findFirst())
        .orElseThrow(() -> new WorkbookException(new FileFault.NotATemplate(file)));
  }

  private static DocumentEntry stream(POIFSFileSystem disk, String file, Caps caps)
      throws IOException, WorkbookException {
    DirectoryNode root = disk.getRoot();
    if (root.getEntryCount() > caps.entries()) {
      throw new CapReached("entries", caps.entries());
    }
    if (root.hasEntry("EncryptedPackage")) {
      throw new WorkbookException(new FileFault.PasswordProtected(file));
    }
    if (!root.hasEntryCaseInsensitive("Workbook")) {
      throw new WorkbookException(
          root.hasEntryCaseInsensitive("Book")
              ? new FileFault.OldFormat(file)
              : new FileFault.NotAWorkbook(file));
    }
    if (!(root.getEntryCaseInsensitive("Workbook") instanceof DocumentEntry stream)) {
      throw new Unusable("no stream");
    }
    return stream;
  }

  /// @param start where in the stream they begin
  private static XlsRecords records(DocumentEntry stream, int start) throws IOException {
    InputStream in = new DocumentInputStream(stream);
    in.skipNBytes(start);
    return new XlsRecords(in);
  }

  @Override
  public String sheet() {
    return sheet.name();
  }

  @Override
  public List<String> sheets() {
    return globals.sheets().stream().map(XlsGlobals.Sheet::name).toList();
  }

  @Override
  public Optional<Stamp> stamp() throws IOException {
    Optional<Stamp> named = Stamp.parse(globals.stamp());
    return named.isPresent() ? named : inProperties();
  }

  /// Properties are written by all sorts of programs: those that cannot be read hold no stamp.
  private Optional<Stamp> inProperties() throws IOException {
    try {
      if (!(disk.getRoot().getEntryCaseInsensitive(DocumentSummaryInformation.DEFAULT_STREAM_NAME)
              instanceof DocumentEntry entry)
          || entry.getSize() > LONGEST_PROPERTIES) {
        return Optional.empty();
      }
      try (DocumentInputStream in = new DocumentInputStream(entry)) {
        CustomProperties own =
            new DocumentSummaryInformation(new PropertySet(in)).getCustomProperties();
        return own != null && own.get(Stamp.NAME) instanceof String text
            ? Stamp.parse(text)
            : Optional.empty();
      }
    } catch (IOException | HPSFException | RuntimeException none) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<ReadingNote> note() {
    return Optional.empty();
  }

  @Override
  public Rows rows(String sheet, int columns)
      throws IOException, WorkbookException, InterruptedException {
    int start =
        globals.sheets().stream()
            .filter(each -> each.name().equals(sheet))
            .findFirst()
            .map(XlsGlobals.Sheet::start)
            .orElseThrow(() -> new Unusable("no such sheet"));
    return Poi.read(() -> XlsSheet.read(records(stream, start), globals, columns, caps));
  }

  /// Refuses a book in which POI would take one sheet for another: it takes them in the order in
  /// which they stand, whatever the table of contents says, and by a name whose case it passes
  /// over.
  ///
  /// @throws Unusable where the sheets do not stand one behind the other as they are listed, or two
  ///   have one name
  void requireSheetsInPlace() throws IOException, WorkbookException, InterruptedException {
    List<Integer> starts = Poi.read(() -> XlsParts.starts(new DocumentInputStream(stream)));
    List<XlsGlobals.Sheet> all = globals.allSheets();
    if (!starts
        .subList(1, starts.size())
        .equals(all.stream().map(XlsGlobals.Sheet::start).toList())) {
      throw new Unusable("sheets in another order");
    }
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (XlsGlobals.Sheet each : all) {
      if (!names.add(each.name())) {
        throw new Unusable("two sheets of one name");
      }
    }
  }

  @Override
  public void close() throws IOException {
    disk.close();
  }
}
