package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.workbook.Workbooks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRoundTripTest {
  @TempDir Path folder;

  private final PoiWorkbooks workbooks = new PoiWorkbooks();

  static List<Kind> kinds() {
    return TestKinds.BOTH;
  }

  @Test
  void rowsAreCountedWhileTheyAreRead() throws Exception {
    Path file = folder.resolve("模板.xlsx");
    workbooks.writeTemplate(
        TestKinds.BOTH.getFirst(), Optional.of(TestKinds.UNIT), TestKinds.people(2500), file);
    List<Integer> told = new ArrayList<>();

    workbooks.read(file, TestKinds.BOTH, new Workbooks.Reading(Optional.empty(), told::add));

    assertThat(told).containsExactly(1000, 2000);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatWasWrittenIsRead(Kind kind) throws Exception {
    Path file = folder.resolve("模板.xlsx");
    workbooks.writeTemplate(kind, Optional.of(TestKinds.UNIT), TestKinds.people(12), file);

    Draft draft = workbooks.read(file, TestKinds.BOTH);

    assertThat(draft.kind()).isEqualTo(kind);
    assertThat(draft.rows()).hasSize(12);
    assertThat(draft.rows().getFirst().row()).isEqualTo(4);
    assertThat(draft.rows().getLast().row()).isEqualTo(15);
    assertThat(draft.unitRow()).isEqualTo(2);
    assertThat(draft.unit())
        .isEqualTo(
            Map.of(
                "creditCode", new CellValue.Text("91320509MA1X2Y3Z4A"),
                "name", new CellValue.Text("苏州市吴江区示例纺织有限公司"),
                "type", new CellValue.Text("普通")));
    assertThat(draft.place(2, "unit.name")).hasToString("申报!D2");
    assertThat(draft.place(5, "idNumber")).hasToString("申报!B5");
  }

  @Test
  void datesAndSumsAreRealAndTheRestIsText() throws Exception {
    Path file = folder.resolve("a.xlsx");
    workbooks.writeTemplate(TestKinds.ENROLMENT, Optional.empty(), TestKinds.people(1), file);

    Map<String, CellValue> cells = workbooks.read(file, TestKinds.BOTH).rows().getFirst().cells();

    assertThat(cells.get("contractStart"))
        .isEqualTo(new CellValue.Date(LocalDate.of(2026, 12, 1).atStartOfDay()));
    assertThat(cells.get("contributionBase"))
        .isEqualTo(new CellValue.Numeric(new BigDecimal("6000.0"), "6000.00"));
    assertThat(cells.get("insuredFrom")).isEqualTo(new CellValue.Text("2026-12"));
    assertThat(cells.get("idNumber")).isEqualTo(new CellValue.Text("320584199001010000"));
    assertThat(cells).doesNotContainKey("userUnitName");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xlsx", "a.xls"})
  void everyTextComesBackAsItWas(String name) throws Exception {
    List<String> texts =
        List.of(
            "<&>\"'",
            "_x000D_",
            " 前后有空格 ",
            "两\n行",
            "\tTab",
            "𠮷野家",
            "=1+1",
            "+86",
            "1899-12-31",
            "2026-02-30",
            "12345678901",
            "６０００");
    List<Map<String, String>> rows =
        texts.stream()
            .map(text -> Map.of("name", text, "contractStart", text, "contributionBase", text))
            .toList();
    Path file = folder.resolve(name);
    workbooks.writeTemplate(TestKinds.ENROLMENT, Optional.empty(), rows, file);

    Draft draft = workbooks.read(file, TestKinds.BOTH);

    for (String field : List.of("name", "contractStart", "contributionBase")) {
      assertThat(draft.rows())
          .extracting(row -> row.cells().get(field))
          .isEqualTo(texts.stream().map(CellValue.Text::new).toList());
    }
  }

  @Test
  void moreRowsThanFitIntoOneBufferAreWrittenInOrder() throws Exception {
    Path file = folder.resolve("many.xlsx");
    workbooks.writeTemplate(TestKinds.ENROLMENT, Optional.empty(), TestKinds.people(3_000), file);

    Draft draft = workbooks.read(file, TestKinds.BOTH);

    assertThat(draft.rows())
        .extracting(row -> row.cells().get("phone"))
        .isEqualTo(
            TestKinds.people(3_000).stream()
                .map(person -> new CellValue.Text(person.getOrDefault("phone", "")))
                .toList());
    try (PackageFile zip = PackageFile.open(file, Caps.DEFAULT)) {
      String sheet =
          new String(
              zip.part("xl/worksheets/sheet1.xml").orElseThrow().readNBytes(1_000),
              StandardCharsets.UTF_8);
      assertThat(sheet).contains("<dimension ref=\"A1:S3003\"/>");
    }
  }

  @Test
  void aLongCodeListHasItsOwnHiddenSheet() throws Exception {
    List<String> districts = IntStream.range(0, 100).mapToObj(i -> "第" + i + "区、县、镇、街道").toList();
    Kind kind =
        new Kind(
            "long",
            3,
            "长列表",
            "Long list",
            Kind.Direction.NEITHER,
            List.of(
                new Column("区县", "district", ColumnType.CODE, Requirement.REQUIRED, districts, ""),
                new Column(
                    "带逗号", "comma", ColumnType.CODE, Requirement.OPTIONAL, List.of("a,b"), "")));
    Path file = folder.resolve("long.xlsx");
    workbooks.writeTemplate(
        kind, Optional.empty(), List.of(Map.of("district", districts.getLast())), file);

    assertThat(workbooks.read(file, List.of(kind)).rows()).hasSize(1);
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      assertThat(book.isSheetHidden(book.getSheetIndex("代码"))).isTrue();
      assertThat(book.getSheet("申报").getDataValidations())
          .extracting(list -> list.getValidationConstraint().getFormula1())
          .contains("'代码'!$A$1:$A$100", "'代码'!$B$1:$B$1");
    }
  }

  @Test
  void theTemplateHoldsItsFormatsListsAndStamp() throws Exception {
    Path file = folder.resolve("a.xlsx");
    workbooks.writeTemplate(TestKinds.ENROLMENT, Optional.empty(), List.of(), file);

    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      XSSFSheet sheet = book.getSheet("申报");
      assertThat(book.getSheetName(1)).isEqualTo("填写说明");
      assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("*证件号码");
      assertThat(sheet.getRow(2).getCell(6).getStringCellValue()).isEqualTo("文化程度");
      assertThat(sheet.getLastRowNum()).isEqualTo(9);
      assertThat(sheet.getRow(3).getCell(1).getCellStyle().getDataFormatString()).isEqualTo("@");
      assertThat(sheet.getColumnStyle(1).getDataFormatString()).isEqualTo("@");
      assertThat(sheet.getRow(3).getCell(10).getCellStyle().getDataFormatString())
          .isEqualTo("yyyy-mm-dd");
      assertThat(sheet.getDataValidations()).hasSize(8);
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(book.getProperties().getCustomProperties().getProperty(Stamp.NAME).getLpwstr())
          .isEqualTo("certassist/enrolment/1");
    }
    try (PackageFile zip = PackageFile.open(file, Caps.DEFAULT)) {
      String xml =
          new String(
              zip.part("xl/workbook.xml").orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(xml)
          .contains(
              "<definedName name=\"certassist_template\""
                  + " hidden=\"true\">\"certassist/enrolment/1\"");
    }
  }
}
