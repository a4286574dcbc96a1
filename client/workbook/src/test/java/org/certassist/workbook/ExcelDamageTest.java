package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.declaration.Unit;
import org.certassist.core.declaration.UnitType;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.RuleBook;
import org.certassist.core.rules.Verdict;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What spreadsheets do to numbers and dates, from the file to the verdict: taken where nothing is
/// lost, refused by cell where something may be.
@Timeout(240)
class ExcelDamageTest {
  private static final int ID = 1;
  private static final int NAME = 2;
  private static final int STOP = 4;
  private static final int PHONE = 6;

  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  static Stream<Arguments> damages() {
    return Stream.of(
            damage(
                "ID as number",
                ID,
                "General",
                c -> c.setCellValue(11010519491231002d),
                refused("cell.idAsNumber")),
            damage(
                "ID as E+17",
                ID,
                "0.00E+00",
                c -> c.setCellValue(330105194912310000d),
                refused("cell.idAsNumber")),
            damage(
                "ID as text E+17",
                ID,
                "@",
                c -> c.setCellValue("3.30E+17"),
                refused("cell.idAsNumber")),
            damage(
                "full-width ID",
                ID,
                "@",
                c -> c.setCellValue("１１０１０５１９４９１２３１００２ｘ"),
                taken("idNumber", "11010519491231002X")),
            damage(
                "NBSP around ID",
                ID,
                "@",
                c -> c.setCellValue("\u00a011010519491231002X\u3000"),
                taken("idNumber", "11010519491231002X")),
            damage(
                "zero width in ID",
                ID,
                "@",
                c -> c.setCellValue("1101051949\u200b1231002X"),
                refused("cell.hiddenCharacter")),
            damage(
                "hidden character in name",
                NAME,
                "@",
                c -> c.setCellValue("张\u202e三"),
                refused("cell.hiddenCharacter")),
            damage(
                "phone as number",
                PHONE,
                "0",
                c -> c.setCellValue(13800138000d),
                taken("phone", "13800138000")),
            damage(
                "text date",
                STOP,
                "@",
                c -> c.setCellValue("2026/11/3"),
                taken("stopDate", "2026-11-03")),
            damage(
                "two ways to read a date",
                STOP,
                "@",
                c -> c.setCellValue("3/11/2026"),
                refused("cell.notADate")),
            damage(
                "serial date",
                STOP,
                "General",
                c -> c.setCellValue(46329),
                refused("cell.notADate")),
            damage(
                "real date",
                STOP,
                "yyyy/m/d",
                c -> c.setCellValue(LocalDate.of(2026, 11, 3)),
                taken("stopDate", "2026-11-03")),
            damage(
                "date made of a name",
                NAME,
                "m/d",
                c -> c.setCellValue(LocalDate.of(2026, 3, 1)),
                refused("cell.isADate")),
            damage(
                "formula",
                NAME,
                "@",
                c -> c.setCellFormula("\"张\"&\"三\""),
                refused("cell.formula")))
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("damages")
  void itIsTakenOrRefusedAndNeverGuessed(
      String suffix, String what, int column, String format, Consumer<Cell> put, Expected expected)
      throws Exception {
    Path file =
        changed(
            suffix,
            sheet -> {
              Cell cell = sheet.getRow(3).getCell(column);
              CellStyle style = sheet.getWorkbook().createCellStyle();
              style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
              cell.setCellStyle(style);
              put.accept(cell);
            });

    Verdict verdict = check(workbooks.read(file, TestKinds.BOTH));

    switch (expected) {
      case Expected.Refused(String rule) ->
          assertThat(verdict.findings())
              .filteredOn(found -> found.place().column().equals(Columns.letter(column)))
              .extracting(Finding::rule)
              .containsExactly(rule);
      case Expected.Taken(String field, String value) -> {
        assertThat(verdict).isInstanceOf(Verdict.Passed.class);
        assertThat(((Verdict.Passed) verdict).declaration().content().rows().getFirst().values())
            .containsEntry(field, value);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".xlsx", ".xls"})
  void rowsThatAreNotShownAreCheckedAndNamedLikeMergedCells(String suffix) throws Exception {
    Path file =
        changed(
            suffix,
            sheet -> {
              sheet.setAutoFilter(new CellRangeAddress(2, 3, 0, 7));
              sheet.getRow(3).setZeroHeight(true);
              sheet.getRow(3).getCell(NAME).setBlank();
              sheet.addMergedRegion(new CellRangeAddress(3, 5, 7, 7));
              sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            });

    Draft draft = workbooks.read(file, TestKinds.BOTH);

    assertThat(draft.notes())
        .containsExactly(
            new ReadingNote.HiddenRows(List.of(4)), new ReadingNote.MergedCells(List.of("H4:H6")));
    assertThat(check(draft).findings()).extracting(Finding::rule).contains("cell.required");
  }

  sealed interface Expected {
    record Refused(String rule) implements Expected {}

    record Taken(String field, String value) implements Expected {}
  }

  private static Expected refused(String rule) {
    return new Expected.Refused(rule);
  }

  private static Expected taken(String field, String value) {
    return new Expected.Taken(field, value);
  }

  private static List<Arguments> damage(
      String what, int column, String format, Consumer<Cell> put, Expected expected) {
    return Stream.of(".xlsx", ".xls")
        .map(suffix -> Arguments.of(suffix, what, column, format, Named.of("put", put), expected))
        .toList();
  }

  private static Verdict check(Draft draft) {
    return RuleBook.on(
            draft.kind(),
            FilingCalendar.alwaysOpen(new FilingCalendar.Rule(11, 6)),
            LocalDateTime.of(2026, 11, 22, 10, 0))
        .check(draft, "jiangsu", "a");
  }

  /// A termination of one person in which everything is right, changed.
  private Path changed(String suffix, Consumer<Sheet> change) throws Exception {
    Path right = folder.resolve("right" + suffix);
    Path file = folder.resolve("a" + suffix);
    workbooks.writeTemplate(
        TestKinds.TERMINATION,
        Optional.of(new Unit("91350100M000100Y43", "福州练习制造有限公司", UnitType.ORDINARY)),
        List.of(
            Map.of(
                "idType", "居民身份证",
                "idNumber", "11010519491231002X",
                "name", "张三",
                "reason", "合同期满",
                "stopDate", "2026-11-20")),
        right);
    try (InputStream in = Files.newInputStream(right);
        Workbook book = WorkbookFactory.create(in);
        OutputStream out = Files.newOutputStream(file)) {
      change.accept(book.getSheet("申报"));
      book.write(out);
    }
    return file;
  }
}
