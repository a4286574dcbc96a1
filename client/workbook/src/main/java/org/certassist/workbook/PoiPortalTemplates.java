package org.certassist.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.zip.ZipException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.PortalLayout;
import org.certassist.core.workbook.PortalTemplates;
import org.certassist.core.workbook.SafeFile;
import org.certassist.core.workbook.TemplateSheet;
import org.certassist.core.workbook.WorkbookException;

/// The port to portals' own templates, guarded like the reading of a filled one.
///
/// An .xlsx is never loaded and written again: only the XML of its data sheet is changed, at the
/// cells that are filled.
public final class PoiPortalTemplates implements PortalTemplates {
  private final Caps caps;

  public PoiPortalTemplates() {
    this(Caps.TEMPLATE);
  }

  PoiPortalTemplates(Caps caps) {
    this.caps = caps;
  }

  @Override
  public List<TemplateSheet> sheets(Path file) throws WorkbookException, InterruptedException {
    return guarded(
        file,
        () -> {
          requireReadable(file);
          try (Workbook book = new Originals(caps).load(file).book()) {
            return Poi.read(() -> new TemplateSheets(book).visible());
          }
        });
  }

  @Override
  public PortalLayout recognise(Path file, List<PortalLayout> layouts)
      throws WorkbookException, InterruptedException {
    return guarded(
        file,
        () -> {
          try (Book book = Book.open(file, caps)) {
            return recognise(book, file, layouts);
          }
        });
  }

  @Override
  public void fill(Path original, PortalLayout layout, Filling filling, Path out)
      throws WorkbookException, InterruptedException {
    Originals.refuseItself(original, out);
    boolean _ =
        guarded(
            original,
            () -> {
              switch (FileForm.of(original, caps)) {
                case ZIP -> fillPackage(original, layout, filling, out);
                case OLE2 -> fillXls(original, layout, filling, out);
                case TEXT -> throw notATemplate(original);
              }
              return true;
            });
  }

  /// What is learnt has to be read by our own readers later on, who are stricter than POI.
  private void requireReadable(Path file)
      throws IOException, WorkbookException, InterruptedException {
    if (FileForm.of(file, caps) == FileForm.TEXT) {
      throw notATemplate(file);
    }
    try (Book book = Book.open(file, caps)) {
      for (String sheet : book.sheets()) {
        try (Rows rows = book.rows(sheet, 0)) {
          boolean more = true;
          while (more) {
            more = rows.nextRow();
          }
        }
      }
    }
  }

  private static WorkbookException notATemplate(Path file) {
    return new WorkbookException(new FileFault.NotATemplate(FileForm.nameOf(file)));
  }

  private void fillPackage(Path original, PortalLayout layout, Filling filling, Path out)
      throws IOException, WorkbookException, InterruptedException {
    requireRoom(filling, layout, SpreadsheetVersion.EXCEL2007);
    try (XlsxBook book = XlsxBook.open(original, caps)) {
      byte[] sheet =
          FilledSheet.fill(
              book.bytesOf(layout.sheet()),
              toFill(book, original, layout, filling).texts(),
              layout.firstRow());
      PackageFile.requireSound(original, caps);
      SafeFile.write(out, stream -> book.copyTo(stream, layout.sheet(), sheet));
    }
  }

  private void fillXls(Path original, PortalLayout layout, Filling filling, Path out)
      throws IOException, WorkbookException, InterruptedException {
    requireRoom(filling, layout, SpreadsheetVersion.EXCEL97);
    CellsToFill cells = toFill(original, layout, filling);
    boolean _ =
        Poi.read(() -> {
          try (Workbook book = new Originals(caps).load(original).book()) {
            Sheet sheet = book.getSheet(layout.sheet());
            cells
                .texts()
                .forEach((row, texts) -> fillRow(sheet, row - 1, texts, layout.firstRow() - 1));
            SafeFile.write(out, book::write);
            return true;
          }
        });
  }

  private CellsToFill toFill(Path original, PortalLayout layout, Filling filling)
      throws IOException, WorkbookException, InterruptedException {
    try (Book book = XlsBook.open(original, caps)) {
      return toFill(book, original, layout, filling);
    }
  }

  /// A new row and its cells look like the first row for a person.
  private static void fillRow(
      Sheet sheet, int row, NavigableMap<Integer, String> texts, int firstRow) {
    Row model = sheet.getRow(firstRow);
    boolean fresh = sheet.getRow(row) == null;
    texts.forEach((column, text) -> {
      boolean made = fresh || sheet.getRow(row).getCell(column) == null;
      Cell cell = MarkedCopy.cellAt(sheet, row, column);
      if (made) {
        cell.setCellStyle(
            model == null || model.getCell(column) == null
                ? sheet.getColumnStyle(column)
                : model.getCell(column).getCellStyle());
      }
      cell.setCellValue(text);
    });
    if (fresh && model != null) {
      sheet.getRow(row).setHeight(model.getHeight());
    }
  }

  private CellsToFill toFill(Book book, Path original, PortalLayout layout, Filling filling)
      throws IOException, WorkbookException, InterruptedException {
    PortalLayout found = recognise(book, original, List.of(layout));
    try (Rows rows = book.rows(found.sheet(), LayoutPlaces.width(found))) {
      return CellsToFill.of(found, filling).besides(rows, found);
    }
  }

  private static PortalLayout recognise(Book book, Path file, List<PortalLayout> layouts)
      throws IOException, WorkbookException, InterruptedException {
    return new LayoutReader(layouts).find(book).orElseThrow(() -> notATemplate(file));
  }

  private static void requireRoom(Filling filling, PortalLayout layout, SpreadsheetVersion version)
      throws WorkbookException {
    int room = version.getMaxRows() - layout.firstRow() + 1;
    if (filling.rows().size() > room) {
      throw new WorkbookException(new FileFault.TooLarge("rows", room));
    }
  }

  private static <T> T guarded(Path file, Poi.Step<T> step)
      throws WorkbookException, InterruptedException {
    String name = FileForm.nameOf(file);
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
