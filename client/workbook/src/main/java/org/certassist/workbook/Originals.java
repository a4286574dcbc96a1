package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// Loads a clerk's file whole, to be written again with changes: in its own form, or as .xlsx where
/// that can hold no colours.
final class Originals {
  private final Caps caps;

  Originals(Caps caps) {
    this.caps = caps;
  }

  /// A copy never takes its original's place.
  ///
  /// @throws WorkbookException [FileFault.NotWritten]
  static void refuseItself(Path original, Path out) throws WorkbookException {
    try {
      if (Files.exists(out) && Files.isSameFile(original, out)) {
        throw new WorkbookException(new FileFault.NotWritten(FileForm.nameOf(out)));
      }
    } catch (IOException unknown) {
      throw new WorkbookException(new FileFault.NotWritten(FileForm.nameOf(out)), unknown);
    }
  }

  Medium load(Path original) throws IOException, WorkbookException, InterruptedException {
    return switch (FileForm.of(original, caps)) {
      case ZIP -> new XlsxMedium(loadPackage(original));
      case OLE2 -> XlsMedium.of(loadXls(original));
      case TEXT -> loadText(original);
    };
  }

  /// Loads it once all its parts are known to stay within the caps.
  private XSSFWorkbook loadPackage(Path original)
      throws IOException, WorkbookException, InterruptedException {
    PackageFile.requireSound(original, caps);
    return Poi.read(() -> {
      try (InputStream in = Files.newInputStream(original)) {
        return new XSSFWorkbook(in);
      }
    });
  }

  /// Loads it once it is known to be readable, with every sheet where it belongs; what our reader
  /// passes over stays as it is.
  private HSSFWorkbook loadXls(Path original)
      throws IOException, WorkbookException, InterruptedException {
    try (XlsBook readable = XlsBook.open(original, caps)) {
      readable.rows(readable.sheet(), 0).close();
      readable.requireSheetsInPlace();
    }
    return Poi.read(() -> {
      POIFSFileSystem disk = new POIFSFileSystem(original.toFile(), true);
      try {
        HSSFWorkbook book = new HSSFWorkbook(disk, true);
        requireEverySheet(book);
        return book;
      } catch (IOException | RuntimeException e) {
        disk.close();
        throw e;
      }
    });
  }

  /// POI passes over a sheet that says it is of no known kind, and the next takes its name.
  private static void requireEverySheet(HSSFWorkbook book) throws Unusable {
    if (book.getNumberOfSheets() != book.getInternalWorkbook().getNumSheets()) {
      throw new Unusable("a sheet of no known kind");
    }
  }

  /// Every cell a text, so that nothing is turned into a number or evaluated.
  private XlsxMedium loadText(Path original)
      throws IOException, WorkbookException, InterruptedException {
    XSSFWorkbook book = new XSSFWorkbook();
    Sheet sheet = book.createSheet(Layout.DATA_SHEET);
    CellStyle text = book.createCellStyle();
    text.setDataFormat(book.createDataFormat().getFormat("@"));
    text.setQuotePrefixed(true);
    List<List<String>> rows = CsvBook.open(original, caps).texts();
    for (int r = 0; r < rows.size(); r++) {
      Row row = sheet.createRow(r);
      for (int c = 0; c < rows.get(r).size(); c++) {
        Cell cell = row.createCell(c);
        cell.setCellStyle(text);
        cell.setCellValue(rows.get(r).get(c));
      }
    }
    return new XlsxMedium(book);
  }
}
