package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Kind;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.SafeFile;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks.Mark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a marked copy leaves as it was, byte for byte.
@Timeout(400)
@ExtendWith(NothingTemporary.class)
class MarkedPackageTest {
  private static final Kind KIND = TestKinds.ENROLMENT;
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String TEXTS = "xl/sharedStrings.xml";
  private static final String TAIL_TAGS =
      "<(drawing|legacyDrawing) xmlns:r=\"[^\"]+\" r:id=\"rId\\d+\"/>";

  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();
  private Path original = Path.of("");
  private Path marked = Path.of("");

  @BeforeEach
  void writeOriginal() throws Exception {
    original = folder.resolve("original.xlsx");
    marked = folder.resolve("marked.xlsx");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), TestKinds.people(300), original);
  }

  @Test
  void onlyTheStyleOfTheMarkedCellChanges() throws Exception {
    workbooks.writeMarked(original, List.of(mark(5, "B"), mark(200, "C")), marked);

    String was = text(original, SHEET);
    String is = text(marked, SHEET);
    assertThat(without(is, "B5", "C200").replaceAll(TAIL_TAGS, ""))
        .isEqualTo(without(was, "B5", "C200"));
    assertThat(cell(is, "B5")).isNotEqualTo(cell(was, "B5"));
    assertThat(is).containsPattern("</headerFooter>" + TAIL_TAGS + TAIL_TAGS + "</worksheet>");
    for (String part : List.of(TEXTS, "xl/worksheets/sheet2.xml")) {
      assertThat(text(marked, part)).isEqualTo(text(original, part));
    }
  }

  @Test
  void aSheetWithPrefixesAndWithoutPlacesIsMarkedAtTheRightCells() throws Exception {
    Path bare =
        changed(sheet ->
            sheet
                .replaceAll("<(/?)([a-zA-Z])", "<$1x:$2")
                .replace("xmlns=", "xmlns:x=")
                .replaceAll("<x:row r=\"\\d+\"", "<x:row")
                .replaceAll("<x:c r=\"[A-Z]+\\d+\"", "<x:c"));

    workbooks.writeMarked(bare, List.of(mark(5, "B"), mark(6, "S"), mark(400, "B")), marked);

    assertThat(workbooks.read(marked, TestKinds.BOTH).rows())
        .isEqualTo(workbooks.read(bare, TestKinds.BOTH).rows());
    String is = text(marked, SHEET);
    assertThat(is)
        .containsPattern("<x:row r=\"400\"><x:c r=\"B400\" s=\"\\d+\"/></x:row></x:sheetData>")
        .contains("<x:legacyDrawing xmlns:r=");
    String was = text(bare, SHEET);
    String[] cellsWere = was.split("<x:c ", -1);
    String[] cellsAre = is.split("<x:c ", -1);
    assertThat(cellsAre).hasSize(cellsWere.length + 1);
    int row4 = 1 + 1 + 6 + KIND.columns().size();
    int b5 = row4 + KIND.columns().size() + 1;
    int s6 = row4 + 2 * KIND.columns().size() + 18;
    for (int i = 0; i < cellsWere.length - 1; i++) {
      if (i == b5 || i == s6) {
        assertThat(cellsAre[i]).isNotEqualTo(cellsWere[i]);
      } else {
        assertThat(cellsAre[i]).isEqualTo(cellsWere[i]);
      }
    }
  }

  @Test
  void cellsThatAreMissingArePutInAtTheirPlace() throws Exception {
    Path holes =
        changed(sheet ->
            sheet
                .replaceAll("<row r=\"6\">.*?</row>", "<row r=\"6\"/>")
                .replaceAll("<row r=\"7\">.*?</row>", "")
                .replaceAll("<c r=\"B8\".*?</c>", "")
                .replaceAll("<c r=\"A9\".*?</c>", "")
                .replaceAll("<c r=\"S10\"[^>]*/>", ""));

    workbooks.writeMarked(
        holes,
        List.of(mark(6, "B"), mark(7, "C"), mark(8, "B"), mark(9, "A"), mark(10, "S")),
        marked);

    assertThat(text(marked, SHEET))
        .containsPattern("<row r=\"6\"><c r=\"B6\" s=\"\\d+\"/></row>")
        .containsPattern("<row r=\"7\"><c r=\"C7\" s=\"\\d+\"/></row><row r=\"8\">")
        .containsPattern("<c r=\"A8\"[^/]*<v>[^<]*</v></c><c r=\"B8\" s=\"\\d+\"/><c r=\"C8\"")
        .containsPattern("<row r=\"9\"><c r=\"A9\" s=\"\\d+\"/><c r=\"B9\"")
        .containsPattern("<c r=\"R10\"[^>]*/><c r=\"S10\" s=\"\\d+\"/></row>");
    try (XSSFWorkbook book = open(marked)) {
      XSSFSheet sheet = book.getSheet("申报");
      assertThat(sheet.getRow(6).getCell(2).getCellComment().getString().getString())
          .isEqualTo("错");
      assertThat(sheet.getRow(5).getCell(1).getCellStyle().getDataFormatString()).isEqualTo("@");
    }
  }

  @Test
  void aSheetWithoutRowsIsMarked() throws Exception {
    Path empty = changed(sheet -> sheet.replaceAll("<sheetData>.*</sheetData>", "<sheetData/>"));

    workbooks.writeMarked(empty, List.of(mark(2, "B")), marked);

    assertThat(text(marked, SHEET))
        .containsPattern("<sheetData><row r=\"2\"><c r=\"B2\" s=\"\\d+\"/></row></sheetData>");
  }

  @Test
  void commentsAreNamedBeforeTablesAndAfterPictures() throws Exception {
    Path full = withTableAndDrawing();

    workbooks.writeMarked(full, List.of(mark(3, "B"), mark(5, "B")), marked);

    assertThat(text(marked, SHEET))
        .containsPattern("<drawing [^>]*/><legacyDrawing xmlns[^>]*/><tableParts.*<extLst>")
        .doesNotContainPattern("<drawing.*<drawing");
    assertThat(text(marked, "xl/tables/table1.xml")).isEqualTo(text(full, "xl/tables/table1.xml"));
    try (XSSFWorkbook book = open(marked)) {
      XSSFSheet sheet = book.getSheet("申报");
      assertThat(sheet.getCellComments()).hasSize(2);
      assertThat(sheet.getTables()).hasSize(1);
    }
  }

  private Path withTableAndDrawing() throws Exception {
    Path table = folder.resolve("table.xlsx");
    try (XSSFWorkbook book = open(original);
        OutputStream out = Files.newOutputStream(table)) {
      XSSFSheet sheet = book.getSheet("申报");
      XSSFTable made =
          sheet.createTable(
              new AreaReference(
                  new CellReference(2, 0), new CellReference(10, 3), book.getSpreadsheetVersion()));
      made.setDisplayName("people");
      sheet
          .createDrawingPatriarch()
          .createTextbox(new XSSFClientAnchor(0, 0, 0, 0, 2, 4, 4, 6))
          .setText("看这里");
      book.write(out);
    }
    Path full = folder.resolve("full.xlsx");
    Zips.rewrite(
        table,
        full,
        Map.of(
            SHEET,
            sheet ->
                sheet.replace("</worksheet>", "<extLst><ext uri=\"{x}\"/></extLst></worksheet>")));
    return full;
  }

  @Test
  void aSheetThatIsNotInUtf8IsMarkedTooAndWhole() throws Exception {
    Path wide = folder.resolve("wide.xlsx");
    rewriteBytes(
        wide,
        bytes ->
            new String(bytes, StandardCharsets.UTF_8)
                .replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")
                .getBytes(StandardCharsets.UTF_16));

    workbooks.writeMarked(wide, List.of(mark(5, "B")), marked);

    assertThat(workbooks.read(marked, TestKinds.BOTH).rows()).hasSize(300);
    try (XSSFWorkbook book = open(marked)) {
      XSSFCell cell = book.getSheet("申报").getRow(4).getCell(1);
      assertThat(cell.getCellComment().getString().getString()).isEqualTo("错");
    }
  }

  @Test
  void damageIsNamedAndNothingIsWritten() throws Exception {
    List<UnaryOperator<String>> damages =
        List.of(
            sheet -> sheet.replace("<worksheet", "<!DOCTYPE a [<!ENTITY e 'x'>]><worksheet"),
            sheet -> sheet.substring(0, sheet.length() / 2),
            sheet -> sheet.replace("<row r=\"7\"", "<row r=\"3\""),
            sheet -> sheet.replace("<c r=\"B5\" s=\"", "<c r=\"B5\" s=\"x"),
            sheet -> sheet.replace("sheetData", "sheetDate"));
    for (UnaryOperator<String> damage : damages) {
      Path damaged = changed(damage);

      WorkbookException refused =
          catchThrowableOfType(
              WorkbookException.class,
              () -> workbooks.writeMarked(damaged, List.of(mark(5, "B")), marked));

      assertThat(refused.fault()).isEqualTo(new FileFault.NotAWorkbook("changed.xlsx"));
      assertThat(marked).doesNotExist();
    }
  }

  @Test
  void allOfTheCopyComesFromTheSameFile() throws Exception {
    List<DraftRow> before = workbooks.read(original, TestKinds.BOTH).rows();
    Path other = folder.resolve("other.xlsx");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), TestKinds.people(3), other);
    try (MarkedPackage copy =
        MarkedPackage.mark(original, List.of(mark(5, "B")), Caps.DEFAULT).orElseThrow()) {
      Files.move(other, original, StandardCopyOption.REPLACE_EXISTING);
      SafeFile.write(marked, copy::writeTo);
    }

    assertThat(workbooks.read(marked, TestKinds.BOTH).rows()).isEqualTo(before);
    assertThat(workbooks.read(original, TestKinds.BOTH).rows()).hasSize(3);
  }

  @Test
  void anInterruptIsAnsweredWhileItIsWritten() throws Exception {
    try (MarkedPackage copy =
        MarkedPackage.mark(original, List.of(mark(5, "B")), Caps.DEFAULT).orElseThrow()) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(() -> copy.writeTo(OutputStream.nullOutputStream()));
    }
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> workbooks.writeMarked(original, List.of(mark(5, "B")), marked));
    assertThat(marked).doesNotExist();
  }

  @Test
  void anOldListIsReplacedEvenWhereItsPartStoodFirst() throws Exception {
    Path once = folder.resolve("once.xlsx");
    workbooks.writeMarked(original, List.of(mark(5, "B")), once);
    Path swapped = folder.resolve("swapped.xlsx");
    swapNames(once, swapped, "worksheets/sheet1.xml", "worksheets/sheet3.xml");

    workbooks.writeMarked(swapped, List.of(mark(6, "B")), marked);

    assertThat(workbooks.read(marked, TestKinds.BOTH).rows())
        .isEqualTo(workbooks.read(original, TestKinds.BOTH).rows());
    try (XSSFWorkbook book = open(marked)) {
      assertThat(book.getNumberOfSheets()).isEqualTo(3);
      assertThat(book.getSheet("问题清单").getRow(2).getCell(1).getStringCellValue()).isEqualTo("B6");
      assertThat(book.getSheet("问题清单").getLastRowNum()).isEqualTo(2);
    }
  }

  /// Two sheets change their parts, with all that names them.
  private static void swapNames(Path from, Path to, String one, String other) throws Exception {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        String name = swap(part.getName(), one, other);
        String rels = one.replace("worksheets/", "_rels/") + ".rels";
        name = swap(name, rels, other.replace("worksheets/", "_rels/") + ".rels");
        out.putNextEntry(new ZipEntry(name));
        byte[] content = in.readAllBytes();
        boolean names = name.equals("[Content_Types].xml") || name.endsWith("workbook.xml.rels");
        out.write(
            names
                ? swap(new String(content, StandardCharsets.UTF_8), one, other)
                    .getBytes(StandardCharsets.UTF_8)
                : content);
      }
    }
  }

  private static String swap(String text, String one, String other) {
    return text.replace(one, "\0").replace(other, one).replace("\0", other);
  }

  private Path changed(UnaryOperator<String> change) throws Exception {
    Path changed = folder.resolve("changed.xlsx");
    Zips.rewrite(original, changed, Map.of(SHEET, change));
    assertThat(text(changed, SHEET)).isNotEqualTo(text(original, SHEET));
    return changed;
  }

  private void rewriteBytes(Path to, UnaryOperator<byte[]> change) throws Exception {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(original));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(part.getName()));
        byte[] content = in.readAllBytes();
        out.write(part.getName().equals(SHEET) ? change.apply(content) : content);
      }
    }
  }

  private static String cell(String sheet, String place) {
    int from = sheet.indexOf("<c r=\"" + place + "\"");
    return sheet.substring(from, sheet.indexOf(">", from) + 1);
  }

  private static String without(String sheet, String... places) {
    String rest = sheet;
    for (String place : places) {
      rest = rest.replace(cell(rest, place), "");
    }
    return rest;
  }

  private static Mark mark(int row, String column) {
    return new Mark(new CellPlace("申报", row, column), true, "", "错");
  }

  private static String text(Path file, String part) throws Exception {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(part))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static XSSFWorkbook open(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }
}
