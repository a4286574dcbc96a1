package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.jspecify.annotations.Nullable;

/// An opened .xlsx or .xlsm file; macros are a part like any other, which nobody looks at.
final class XlsxBook implements Book {
  private final PackageFile zip;
  private final WorkbookParts parts;
  private final WorkbookParts.Sheet sheet;
  private final Caps caps;
  private @Nullable CellDecoder decoder;

  private XlsxBook(PackageFile zip, WorkbookParts parts, WorkbookParts.Sheet sheet, Caps caps) {
    this.zip = zip;
    this.parts = parts;
    this.sheet = sheet;
    this.caps = caps;
  }

  static XlsxBook open(Path file, Caps caps) throws IOException, WorkbookException {
    PackageFile zip = PackageFile.open(file, caps);
    try {
      WorkbookParts parts = WorkbookParts.read(zip);
      return new XlsxBook(zip, parts, dataSheet(parts.sheets(), file), caps);
    } catch (IOException | WorkbookException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static WorkbookParts.Sheet dataSheet(List<WorkbookParts.Sheet> sheets, Path file)
      throws WorkbookException {
    return sheets.stream()
        .filter(each -> each.name().equals(Layout.DATA_SHEET))
        .findFirst()
        .or(() -> sheets.stream().findFirst())
        .orElseThrow(
            () -> new WorkbookException(new FileFault.NotATemplate(FileForm.nameOf(file))));
  }

  @Override
  public String sheet() {
    return sheet.name();
  }

  @Override
  public List<String> sheets() {
    return parts.sheets().stream().map(WorkbookParts.Sheet::name).toList();
  }

  @Override
  public Optional<Stamp> stamp() throws IOException {
    return Stamp.find(parts, zip);
  }

  @Override
  public Optional<ReadingNote> note() {
    return Optional.empty();
  }

  @Override
  public Rows rows(String sheet, int columns) throws IOException, InterruptedException {
    CellDecoder shared = decoder == null ? readDecoder() : decoder;
    decoder = shared;
    return new SheetReader(part(partOf(sheet)), shared, columns, caps);
  }

  /// The part that holds a sheet.
  String partOf(String sheet) throws Unusable {
    return parts.sheets().stream()
        .filter(each -> each.name().equals(sheet))
        .findFirst()
        .map(WorkbookParts.Sheet::part)
        .orElseThrow(() -> new Unusable("no such sheet"));
  }

  /// The bytes of a sheet's part.
  byte[] bytesOf(String sheet) throws IOException {
    String name = partOf(sheet);
    try (InputStream in = zip.part(name).orElseThrow(() -> new Unusable("missing: " + name))) {
      return in.readAllBytes();
    }
  }

  /// Writes the same file with another content of one sheet's part; every other part stays.
  void copyTo(OutputStream out, String sheet, byte[] content) throws IOException {
    zip.copyTo(out, partOf(sheet), content);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private CellDecoder readDecoder() throws IOException, InterruptedException {
    SharedTexts texts = SharedTexts.NONE;
    NumberFormats formats = NumberFormats.NONE;
    if (parts.texts().isPresent()) {
      try (XmlPart part = part(parts.texts().get())) {
        texts = SharedTexts.read(part, caps);
      }
    }
    if (parts.styles().isPresent()) {
      try (XmlPart part = part(parts.styles().get())) {
        formats = NumberFormats.read(part);
      }
    }
    return new CellDecoder(texts, formats, parts.from1904());
  }

  private XmlPart part(String name) throws IOException {
    return new XmlPart(zip.part(name).orElseThrow(() -> new Unusable("missing: " + name)));
  }
}
