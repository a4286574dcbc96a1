package org.certassist.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks.Mark;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/// A marked copy of an .xlsx or .xlsm file of any size: [MarkedCopy] marks its [Skeleton], and the
/// rows and texts are taken from the original while the copy is written. The original stays open
/// until then, so that all of the copy comes from the same file.
final class MarkedPackage implements AutoCloseable {
  private final PackageFile zip;
  private final PackageOut marked;
  private final List<Hers> sheets;
  private final List<String> unchanged;

  /// One of her sheets.
  ///
  /// @param drawings the ids that its tags name
  private record Hers(String part, CellStyles cells, Map<String, String> drawings) {}

  private MarkedPackage(
      PackageFile zip, PackageOut marked, List<Hers> sheets, List<String> unchanged) {
    this.zip = zip;
    this.marked = marked;
    this.sheets = sheets;
    this.unchanged = unchanged;
  }

  /// Marks it in memory; empty where a sheet is not in UTF-8.
  static Optional<MarkedPackage> mark(Path original, List<Mark> marks, Caps caps)
      throws IOException, WorkbookException, InterruptedException {
    PackageFile zip = PackageFile.open(original, caps);
    try {
      Optional<MarkedPackage> marked = mark(zip, marks);
      if (marked.isEmpty()) {
        zip.close();
      }
      return marked;
    } catch (IOException | WorkbookException | InterruptedException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static Optional<MarkedPackage> mark(PackageFile zip, List<Mark> marks)
      throws IOException, WorkbookException, InterruptedException {
    WorkbookParts parts = WorkbookParts.read(zip);
    for (WorkbookParts.Sheet sheet : parts.sheets()) {
      if (!Utf8.is(zip.part(sheet.part()))) {
        return Optional.empty();
      }
    }
    Map<String, CellStyles> cells = wanted(zip, parts, marks);
    byte[] skeleton = new Skeleton(zip, parts, cells).make();
    return Optional.of(
        Poi.read(() -> {
          try (XSSFWorkbook book = Skeleton.load(skeleton)) {
            return mark(zip, parts, book, cells, marks);
          }
        }));
  }

  /// The cells to be marked and those that an earlier copy marked, by the sheet's part.
  private static Map<String, CellStyles> wanted(
      PackageFile zip, WorkbookParts parts, List<Mark> marks) throws IOException {
    Map<String, CellStyles> cells = new HashMap<>();
    Map<String, CellStyles> byName = new HashMap<>();
    for (WorkbookParts.Sheet sheet : parts.sheets()) {
      CellStyles wanted = cells.computeIfAbsent(sheet.part(), _ -> new CellStyles());
      OwnComments.find(zip, sheet.part(), wanted);
      byName.put(sheet.name(), wanted);
    }
    for (Mark mark : marks) {
      byName
          .getOrDefault(mark.place().sheet(), new CellStyles())
          .put(
              mark.place().row(),
              CellReference.convertColStringToIndex(mark.place().column()),
              CellStyles.ABSENT);
    }
    return cells;
  }

  private static MarkedPackage mark(
      PackageFile zip,
      WorkbookParts parts,
      XSSFWorkbook book,
      Map<String, CellStyles> cells,
      List<Mark> marks)
      throws IOException {
    Map<XSSFSheet, Hers> before = sheets(book, cells);
    before.forEach((sheet, hers) -> create(book, sheet, hers.cells()));
    MarkedCopy.mark(new XlsxMedium(book), marks);
    List<Hers> after = new ArrayList<>();
    List<String> unchanged = new ArrayList<>(parts.texts().stream().toList());
    before.forEach((sheet, hers) -> {
      if (book.getSheetIndex(sheet) >= 0) {
        Map<String, String> drawings = drawings(sheet);
        drawings.keySet().removeAll(hers.drawings().keySet());
        after.add(new Hers(hers.part(), styles(sheet, hers.cells()), drawings));
        unchanged.addAll(tables(sheet));
      }
    });
    return new MarkedPackage(zip, new PackageOut(book), after, unchanged);
  }

  private static Map<XSSFSheet, Hers> sheets(XSSFWorkbook book, Map<String, CellStyles> cells) {
    Map<XSSFSheet, Hers> sheets = new LinkedHashMap<>();
    cells.forEach((part, wanted) -> {
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        XSSFSheet sheet = book.getSheetAt(i);
        if (PackageFile.key(XlsxMedium.part(sheet)).equals(PackageFile.key(part))) {
          sheets.put(sheet, new Hers(part, wanted, drawings(sheet)));
        }
      }
    });
    return sheets;
  }

  /// Gives the skeleton the cells in question as they look in the original.
  private static void create(XSSFWorkbook book, XSSFSheet sheet, CellStyles cells) {
    cells.forEach((row, column, number) -> {
      XSSFCellStyle style = number == CellStyles.ABSENT ? null : book.getCellStyleAt(number);
      if (style != null) {
        MarkedCopy.cellAt(sheet, row - 1, column).setCellStyle(style);
      }
    });
  }

  void writeTo(OutputStream out) throws IOException {
    for (Hers sheet : sheets) {
      marked.with(
          sheet.part(),
          (_, to) -> {
            try (InputStream in = part(zip, sheet.part())) {
              new RestyledSheet(in, to, sheet.cells(), sheet.drawings()).write();
            }
          });
    }
    for (String part : unchanged) {
      marked.with(
          part,
          (_, to) -> {
            try (InputStream in = part(zip, part)) {
              Skeleton.copy(in, to);
            }
          });
    }
    marked.writeTo(out);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /// As they are now that the sheet is marked.
  private static CellStyles styles(XSSFSheet sheet, CellStyles cells) {
    CellStyles styles = new CellStyles();
    cells.forEach((number, column, _) -> {
      XSSFRow row = sheet.getRow(number - 1);
      XSSFCell cell = row == null ? null : row.getCell(column);
      if (cell != null) {
        styles.put(number, column, cell.getCellStyle().getIndex());
      }
    });
    return styles;
  }

  private static Map<String, String> drawings(XSSFSheet sheet) {
    Map<String, String> ids = new HashMap<>();
    CTWorksheet tags = sheet.getCTWorksheet();
    if (tags.isSetDrawing()) {
      ids.put("drawing", tags.getDrawing().getId());
    }
    if (tags.isSetLegacyDrawing()) {
      ids.put("legacyDrawing", tags.getLegacyDrawing().getId());
    }
    return ids;
  }

  /// POI would name their columns after cells that the skeleton does not have.
  private static List<String> tables(XSSFSheet sheet) {
    return sheet.getRelations().stream()
        .filter(XSSFTable.class::isInstance)
        .map(POIXMLDocumentPart::getPackagePart)
        .map(table -> table.getPartName().getName())
        .toList();
  }

  private static InputStream part(PackageFile zip, String name) throws IOException {
    return zip.part(name).orElseThrow(() -> new Unusable("missing: " + name));
  }
}
