package org.certassist.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Workbook;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Unit;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.Repair;
import org.certassist.core.workbook.SafeFile;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks;

/// The port to spreadsheet files, on Apache POI and the JDK's own zip and XML readers.
public final class PoiWorkbooks implements Workbooks {
  private static final int MOST_XLS_ROWS =
      SpreadsheetVersion.EXCEL97.getMaxRows() - Layout.HEADER_ROW;

  private final Caps caps;
  private final Supplier<List<PortalLayout>> layouts;

  public PoiWorkbooks() {
    this(Caps.DEFAULT);
  }

  /// @param layouts those of portals' own templates by which a file may be recognised
  public PoiWorkbooks(Supplier<List<PortalLayout>> layouts) {
    this(Caps.DEFAULT, layouts);
  }

  PoiWorkbooks(Caps caps) {
    this(caps, List::of);
  }

  private PoiWorkbooks(Caps caps, Supplier<List<PortalLayout>> layouts) {
    this.caps = caps;
    this.layouts = layouts;
  }

  @Override
  public Draft read(Path file, List<Kind> kinds, Reading how)
      throws WorkbookException, InterruptedException {
    List<PortalLayout> candidates =
        layouts.get().stream()
            .filter(
                layout -> how.template().isEmpty() || layout.name().equals(how.template().get()))
            .toList();
    return new TemplateReader(caps, candidates, how.rowsRead()).read(file, kinds);
  }

  @Override
  public void writeTemplate(
      Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, Path out)
      throws WorkbookException {
    Medium medium = medium(FileForm.nameOf(out), rows);
    SafeFile.write(out, stream -> TemplateWriter.write(medium, kind, unit, rows, stream));
  }

  @Override
  public byte[] template(
      Kind kind, Optional<Unit> unit, List<Map<String, String>> rows, String suffix)
      throws WorkbookException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TemplateWriter.write(medium(suffix, rows), kind, unit, rows, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /// A new workbook in the form that a name asks for.
  private static Medium medium(String name, List<Map<String, String>> rows)
      throws WorkbookException {
    boolean old = name.toLowerCase(Locale.ROOT).endsWith(".xls");
    if (old && rows.size() > MOST_XLS_ROWS) {
      throw new WorkbookException(new FileFault.TooLarge("rows", MOST_XLS_ROWS));
    }
    return old ? XlsMedium.fresh() : XlsxMedium.fresh();
  }

  @Override
  public void writeMarked(Path original, List<Mark> marks, Path out)
      throws WorkbookException, InterruptedException {
    Originals.refuseItself(original, out);
    Optional<MarkedPackage> streamed = load(original, () -> markPackage(original, marks));
    if (streamed.isEmpty()) {
      writeCopy(original, out, medium -> MarkedCopy.mark(medium, marks));
      return;
    }
    boolean _ = load(original, () -> write(streamed.get(), out));
  }

  private static boolean write(MarkedPackage copy, Path out)
      throws IOException, WorkbookException, InterruptedException {
    try (copy) {
      SafeFile.write(out, copy::writeTo);
      return true;
    } catch (WorkbookException notWritten) {
      if (notWritten.getCause() instanceof InterruptedIOException) {
        throw new InterruptedException();
      }
      throw notWritten;
    }
  }

  /// Empty where it cannot be streamed.
  private Optional<MarkedPackage> markPackage(Path original, List<Mark> marks)
      throws IOException, WorkbookException, InterruptedException {
    return FileForm.of(original, caps) == FileForm.ZIP
        ? MarkedPackage.mark(original, marks, caps)
        : Optional.empty();
  }

  @Override
  public void writeRepaired(Path original, List<Repair> repairs, Path out)
      throws WorkbookException, InterruptedException {
    writeCopy(original, out, medium -> RepairedCopy.repair(medium, repairs));
  }

  private interface Change {
    void apply(Medium medium) throws IOException;
  }

  private void writeCopy(Path original, Path out, Change change)
      throws WorkbookException, InterruptedException {
    Originals.refuseItself(original, out);
    Medium medium = load(original, () -> new Originals(caps).load(original));
    try (Workbook book = medium.book()) {
      boolean _ =
          Poi.read(() -> {
            change.apply(medium);
            SafeFile.write(out, book::write);
            return true;
          });
    } catch (IOException | POIXMLException notAsItWas) {
      throw new WorkbookException(
          new FileFault.NotAWorkbook(FileForm.nameOf(original)), notAsItWas);
    }
  }

  private static <T> T load(Path original, Poi.Step<T> step)
      throws WorkbookException, InterruptedException {
    String name = FileForm.nameOf(original);
    try {
      return step.take();
    } catch (CapReached cap) {
      throw new WorkbookException(cap.fault(), cap);
    } catch (Unusable | ZipException | POIXMLException damaged) {
      throw new WorkbookException(new FileFault.NotAWorkbook(name), damaged);
    } catch (IOException notRead) {
      throw new WorkbookException(new FileFault.Unreadable(name), notRead);
    }
  }
}
