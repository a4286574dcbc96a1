package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.SafeFile;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks;

/// The port to spreadsheet files, on Apache POI and the JDK's own zip and XML readers.
public final class PoiWorkbooks implements Workbooks {
  private final Caps caps;

  public PoiWorkbooks() {
    this(Caps.DEFAULT);
  }

  PoiWorkbooks(Caps caps) {
    this.caps = caps;
  }

  @Override
  public Draft read(Path file, List<Kind> kinds) throws WorkbookException, InterruptedException {
    return new TemplateReader(caps).read(file, kinds);
  }

  @Override
  public void writeTemplate(
      Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, Path out)
      throws WorkbookException {
    SafeFile.write(out, stream -> TemplateWriter.write(kind, unit, rows, stream));
  }

  @Override
  public void writeMarked(Path original, List<Mark> marks, Path out) throws WorkbookException {
    String name = FileForm.nameOf(original);
    FileForm.requireZip(original, caps);
    if (isSame(original, out)) {
      throw new WorkbookException(new FileFault.NotWritten(FileForm.nameOf(out)));
    }
    try (XSSFWorkbook book = open(original)) {
      SafeFile.write(out, stream -> MarkedCopy.write(book, marks, stream));
    } catch (CapReached cap) {
      throw new WorkbookException(cap.fault(), cap);
    } catch (Unusable | ZipException | POIXMLException damaged) {
      throw new WorkbookException(new FileFault.NotAWorkbook(name), damaged);
    } catch (IOException notRead) {
      throw new WorkbookException(new FileFault.Unreadable(name), notRead);
    }
  }

  /// Loads the whole workbook, once all its parts are known to stay within the caps.
  private XSSFWorkbook open(Path original) throws IOException {
    try (PackageFile zip = PackageFile.open(original, caps)) {
      zip.unpackAll();
    }
    try (InputStream in = Files.newInputStream(original)) {
      return new XSSFWorkbook(in);
    }
  }

  private static boolean isSame(Path original, Path out) throws WorkbookException {
    try {
      return Files.exists(out) && Files.isSameFile(original, out);
    } catch (IOException e) {
      throw new WorkbookException(new FileFault.NotWritten(FileForm.nameOf(out)), e);
    }
  }
}
