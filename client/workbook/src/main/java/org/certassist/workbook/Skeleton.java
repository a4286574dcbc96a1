package org.certassist.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A clerk's package without the rows of its sheets and without their shared texts: small enough
/// for POI, whatever size the package has.
final class Skeleton {
  private static final byte[] NO_TEXTS =
      "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"
          .getBytes(StandardCharsets.UTF_8);

  private final PackageFile zip;
  private final WorkbookParts parts;
  private final Map<String, CellStyles> cells;

  /// @param cells by the sheet's part; which are wanted, and then the style that each has
  Skeleton(PackageFile zip, WorkbookParts parts, Map<String, CellStyles> cells) {
    this.zip = zip;
    this.parts = parts;
    this.cells = cells;
  }

  /// Goes through the whole package once, so that all caps and checksums are known to hold.
  byte[] make() throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    out.setLevel(Deflater.BEST_SPEED);
    for (String name : zip.names()) {
      out.putNextEntry(new ZipEntry(name));
      try (InputStream in = part(name)) {
        pass(name, in, out);
      }
      out.closeEntry();
    }
    out.finish();
    return bytes.toByteArray();
  }

  static XSSFWorkbook load(byte[] skeleton) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(skeleton));
  }

  /// Copies a part, and stops when it is told to.
  static void copy(InputStream in, OutputStream out) throws IOException, InterruptedException {
    byte[] bytes = new byte[1 << 16];
    for (int got = in.read(bytes); got >= 0; got = in.read(bytes)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      out.write(bytes, 0, got);
    }
  }

  private void pass(String name, InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    Optional<String> sheet = same(name, parts.sheets().stream().map(WorkbookParts.Sheet::part));
    if (sheet.isPresent()) {
      empty(in, out, cells.getOrDefault(sheet.get(), new CellStyles()));
    } else if (same(name, parts.texts().stream()).isPresent()) {
      copy(in, OutputStream.nullOutputStream());
      out.write(NO_TEXTS);
    } else {
      copy(in, out);
    }
  }

  private static Optional<String> same(String name, Stream<String> parts) {
    return parts.filter(part -> PackageFile.key(part).equals(PackageFile.key(name))).findFirst();
  }

  private static void empty(InputStream in, OutputStream out, CellStyles wanted)
      throws IOException, InterruptedException {
    TagStream tags = new TagStream(in, out);
    SheetTags sheet = new SheetTags(tags, wanted.rows());
    sheet.goToData();
    if (!tags.isEmpty()) {
      SheetTags.Step step = sheet.next();
      tags.passTo(OutputStream.nullOutputStream());
      while (step != SheetTags.Step.DATA_END) {
        if (step == SheetTags.Step.CELL && wanted.contains(sheet.row(), sheet.column())) {
          wanted.put(sheet.row(), sheet.column(), sheet.number("s", 0));
        }
        step = sheet.next();
      }
      tags.passTo(out);
    }
    boolean more = true;
    while (more) {
      more = tags.next();
    }
  }

  private InputStream part(String name) throws IOException {
    return zip.part(name).orElseThrow(() -> new Unusable("missing: " + name));
  }
}
