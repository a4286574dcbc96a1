package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;
import org.certassist.core.workbook.Workbooks.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The old form, .xls, is read and written like .xlsx.
@Timeout(400)
class XlsTest {
  private static final Kind KIND = TestKinds.TERMINATION;
  private static final int NAME = 2;

  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  static List<Kind> kinds() {
    return TestKinds.BOTH;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsWrittenAsXlsIsReadAsFromXlsx(Kind kind) throws Exception {
    Path xls = folder.resolve("模板.XLS");
    Path xlsx = folder.resolve("模板.xlsx");
    workbooks.writeTemplate(kind, Optional.of(TestKinds.UNIT), TestKinds.people(12), xls);
    workbooks.writeTemplate(kind, Optional.of(TestKinds.UNIT), TestKinds.people(12), xlsx);

    assertThat(FileForm.of(xls, Caps.DEFAULT)).isEqualTo(FileForm.OLE2);
    assertSame(workbooks.read(xls, TestKinds.BOTH), workbooks.read(xlsx, TestKinds.BOTH));
  }

  /// The table of texts is cut into records of 8,224 bytes; one letter more or less moves the cuts.
  @Test
  void aTextMayEndWithItsRecord() throws Exception {
    List<Map<String, String>> people = TestKinds.people(400);
    Path file = folder.resolve("many.xls");
    for (int letters = 1; letters <= 40; letters++) {
      people.set(0, new HashMap<>(people.getFirst()));
      people.getFirst().put("note", "x".repeat(letters));
      workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), people, file);

      assertThat(workbooks.read(file, TestKinds.BOTH).rows()).as("%d", letters).hasSize(400);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void libreOfficeSavesOurTemplatesAsXlsAndBack(Kind kind) throws Exception {
    LibreOffice office = new LibreOffice(folder.resolve("home"));
    Path ours = folder.resolve("filled.xlsx");
    Path oursOld = folder.resolve("old.xls");
    workbooks.writeTemplate(kind, Optional.of(TestKinds.UNIT), TestKinds.people(9), ours);
    workbooks.writeTemplate(kind, Optional.of(TestKinds.UNIT), TestKinds.people(9), oursOld);
    Draft expected = workbooks.read(ours, TestKinds.BOTH);

    assertSame(
        workbooks.read(office.saveAsXls(ours, folder.resolve("a")), TestKinds.BOTH), expected);
    assertSame(
        workbooks.read(office.saveAsXls(oursOld, folder.resolve("b")), TestKinds.BOTH), expected);
    assertSame(
        workbooks.read(office.saveAgain(oursOld, folder.resolve("c")), TestKinds.BOTH), expected);
  }

  @Test
  void aStampOutlivesLibreOffice() throws Exception {
    LibreOffice office = new LibreOffice(folder.resolve("home"));
    Path ours = folder.resolve("filled.xlsx");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), TestKinds.people(2), ours);
    Path xls = office.saveAsXls(ours, folder.resolve("a"));

    try (Book book = Book.open(xls, Caps.DEFAULT)) {
      assertThat(book.stamp()).contains(Stamp.of(KIND));
    }
    assertThat(fault(xls, List.of(TestKinds.ENROLMENT)))
        .isEqualTo(new FileFault.OtherKind("用人单位退工停保登记"));
  }

  @Test
  void aStampIsFoundInThePropertiesWhereTheNameIsGone() throws Exception {
    Path xls = folder.resolve("a.xls");
    changed(
        xls,
        book -> {
          book.removeName(book.getName(Stamp.NAME));
        });

    try (Book book = Book.open(xls, Caps.DEFAULT)) {
      assertThat(book.stamp()).contains(Stamp.of(KIND));
    }
  }

  static Stream<Arguments> cells() {
    return Stream.of(
        Arguments.of(set(cell -> cell.setCellValue("欧阳")), new CellValue.Text("欧阳")),
        Arguments.of(set(cell -> cell.setCellValue("=1+1")), new CellValue.Text("=1+1")),
        Arguments.of(
            set(cell -> cell.setCellValue(330105194912310000d)),
            number("330105194912310000", "3.30105E+17")),
        Arguments.of(
            styled("0.00E+00", cell -> cell.setCellValue(330105194912310000d)),
            number("330105194912310000", "3.30E+17")),
        Arguments.of(styled("0.00", cell -> cell.setCellValue(6000)), number("6000", "6000.00")),
        Arguments.of(set(cell -> cell.setCellValue(-1.5)), number("-1.5", "-1.5")),
        Arguments.of(
            styled("yyyy/m/d", cell -> cell.setCellValue(LocalDate.of(2026, 12, 1))),
            new CellValue.Date(LocalDateTime.of(2026, 12, 1, 0, 0))),
        Arguments.of(set(cell -> cell.setCellValue(true)), new CellValue.Flag(true)),
        Arguments.of(
            set(cell -> cell.setCellErrorValue(FormulaError.REF.getCode())),
            new CellValue.Broken("#REF!")),
        Arguments.of(
            set(cell -> cell.setCellFormula("\"张\"&\"三\"")), new CellValue.Formula("\"张\"&\"三\"")),
        Arguments.of(
            set(cell -> cell.setCellFormula("填写说明!A1+SUM(B4:B6)")),
            new CellValue.Formula("填写说明!A1+SUM(B4:B6)")),
        Arguments.of(
            set(cell -> cell.setCellFormula("SUM({1,2;3,4})")), new CellValue.Formula("…")));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aCellIsWhatItHolds(Consumer<Cell> put, CellValue expected) throws Exception {
    Path file = folder.resolve("a.xls");
    changed(file, book -> put.accept(book.getSheet("申报").getRow(3).getCell(NAME)));

    Draft draft = workbooks.read(file, TestKinds.BOTH);

    assertThat(Cells.plain(draft.rows().getFirst()).get("name")).isEqualTo(expected);
  }

  @Test
  void whiteSpaceIsBlank() throws Exception {
    Path file = folder.resolve("a.xls");
    changed(
        file, book -> book.getSheet("申报").getRow(3).getCell(NAME).setCellValue(" 　\u00a0\u200b"));

    assertThat(workbooks.read(file, TestKinds.BOTH).rows().getFirst().cells())
        .doesNotContainKey("name");
  }

  @Test
  void daysAreCountedFrom1904WhereTheFileSaysSo() throws Exception {
    Path file = folder.resolve("a.xls");
    changed(
        file,
        book -> {
          ((DateWindow1904Record)
                  book.getInternalWorkbook().findFirstRecordBySid(DateWindow1904Record.sid))
              .setWindowing((short) 1);
          book.getSheet("申报").getRow(3).getCell(4).setCellValue(44895);
        });

    assertThat(workbooks.read(file, TestKinds.BOTH).rows().getFirst().cell("stopDate"))
        .isEqualTo(new CellValue.Date(LocalDateTime.of(2026, 12, 1, 0, 0)));
  }

  @Test
  void hiddenRowsAreReadAndNamedAndSoAreMergedCells() throws Exception {
    Path file = folder.resolve("a.xls");
    changed(
        file,
        book -> {
          Sheet sheet = book.getSheet("申报");
          sheet.getRow(4).setZeroHeight(true);
          sheet.getRow(8).setZeroHeight(true);
          sheet.addMergedRegion(new CellRangeAddress(3, 4, 7, 7));
          sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
        });

    Draft draft = workbooks.read(file, TestKinds.BOTH);

    assertThat(draft.rows()).extracting(row -> row.row()).containsExactly(4, 5, 6);
    assertThat(draft.notes())
        .containsExactly(
            new ReadingNote.HiddenRows(List.of(5)), new ReadingNote.MergedCells(List.of("H4:H5")));
  }

  @Test
  void aWorkbookWithAPasswordIsCalledSo() throws Exception {
    Path file = folder.resolve("secret.xls");
    Biff8EncryptionKey.setCurrentUserPassword("1");
    try {
      changed(file, _ -> {});
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }

    assertThat(fault(file, TestKinds.BOTH))
        .isEqualTo(new FileFault.PasswordProtected("secret.xls"));
  }

  @Test
  void aTemplateTooLongForXlsIsRefusedByName() {
    Path file = folder.resolve("long.xls");

    WorkbookException refused =
        catchThrowableOfType(
            WorkbookException.class,
            () ->
                workbooks.writeTemplate(
                    KIND, Optional.empty(), Collections.nCopies(65_534, Map.of()), file));

    assertThat(refused.fault()).isEqualTo(new FileFault.TooLarge("rows", 65_533));
    assertThat(file).doesNotExist();
  }

  @Test
  void aMarkedCopyIsAnXlsWithEveryOtherCellAsItWas() throws Exception {
    Path file = folder.resolve("a.xls");
    changed(
        file,
        book -> {
          Sheet other = book.createSheet("她的");
          other.createRow(0).createCell(0).setCellFormula("1+1");
          other.getRow(0).createCell(1).setCellValue("别动");
        });
    Path marked = folder.resolve("marked.xls");

    workbooks.writeMarked(
        file,
        List.of(
            new Mark(new CellPlace("申报", 5, "B"), true, "证件号码", "证件号码的校验位不对"),
            new Mark(new CellPlace("申报", 6, "C"), false, "姓名", "=HYPERLINK(1)")),
        marked);

    assertThat(FileForm.of(marked, Caps.DEFAULT)).isEqualTo(FileForm.OLE2);
    assertSame(workbooks.read(marked, TestKinds.BOTH), workbooks.read(file, TestKinds.BOTH));
    try (HSSFWorkbook book = new HSSFWorkbook(Files.newInputStream(marked))) {
      Cell wrong = book.getSheet("申报").getRow(4).getCell(1);
      assertThat(wrong.getCellComment().getString().getString()).isEqualTo("证件号码的校验位不对");
      assertThat(wrong.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
      assertThat(book.getSheet("问题清单").getRow(3).getCell(4).getStringCellValue())
          .isEqualTo("=HYPERLINK(1)");
      assertThat(book.getSheet("她的").getRow(0).getCell(0).getCellFormula()).isEqualTo("1+1");
      assertThat(book.getSheet("她的").getRow(0).getCell(1).getStringCellValue()).isEqualTo("别动");
    }
  }

  /// Writes a template with three people, changed.
  private void changed(Path file, Consumer<HSSFWorkbook> change) throws Exception {
    Path plain = folder.resolve("plain.xls");
    workbooks.writeTemplate(KIND, Optional.of(TestKinds.UNIT), TestKinds.people(3), plain);
    try (HSSFWorkbook book = new HSSFWorkbook(Files.newInputStream(plain));
        OutputStream out = Files.newOutputStream(file)) {
      change.accept(book);
      book.write(out);
    }
  }

  private FileFault fault(Path file, List<Kind> kinds) {
    WorkbookException refused =
        catchThrowableOfType(WorkbookException.class, () -> workbooks.read(file, kinds));
    assertThat(refused).as("refused").isNotNull();
    return (FileFault) refused.fault();
  }

  private static void assertSame(Draft read, Draft expected) {
    assertThat(read.kind()).isEqualTo(expected.kind());
    assertThat(read.unit()).isEqualTo(expected.unit());
    assertThat(read.rows()).hasSameSizeAs(expected.rows());
    for (int i = 0; i < read.rows().size(); i++) {
      assertThat(read.rows().get(i).row()).isEqualTo(expected.rows().get(i).row());
      assertThat(Cells.plain(read.rows().get(i))).isEqualTo(Cells.plain(expected.rows().get(i)));
    }
  }

  private static Consumer<Cell> set(Consumer<Cell> put) {
    return styled("General", put);
  }

  private static Consumer<Cell> styled(String format, Consumer<Cell> put) {
    return cell -> {
      CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
      style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
      cell.setCellStyle(style);
      put.accept(cell);
    };
  }

  private static CellValue number(String number, String shown) {
    return new CellValue.Numeric(new BigDecimal(number).stripTrailingZeros(), shown);
  }
}
