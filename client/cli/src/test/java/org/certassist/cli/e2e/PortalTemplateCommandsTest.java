package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.cli.Program;
import org.certassist.cli.terminal.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A portal's own template through `template import`, `fill` and `check`.
class PortalTemplateCommandsTest {
  private record Ended(int code, String out, String err) {}

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "enrolment, .xlsx",
    "termination, .xls",
    "person-registration, .xlsx",
    "reversal, .xls",
    "pre-registration, .xlsx",
    "dispatch-transfer, .xls",
    "base-adjustment, .xlsx",
    "retirement, .xls"
  })
  void everyKindIsImportedFilledAndChecked(String kind, String suffix) throws Exception {
    Path rows = sample(kind);
    Path portal = portalFile(rows, "portal" + suffix, "");
    Ended imported = imported(portal, rows);

    Ended filled = run("fill", "portal", rows.toString(), "--out", home + "/filled" + suffix);
    Ended checked = run("check", home + "/filled" + suffix, "--json");

    assertThat(imported.code()).as(imported.out() + imported.err()).isZero();
    assertThat(filled.code()).as(filled.out() + filled.err()).isZero();
    assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
    JsonNode json = JsonMapper.shared().readTree(checked.out());
    assertThat(json.get("kind").stringValue()).isEqualTo(kind);
    assertThat(json.get("rows").intValue()).isEqualTo(3);
  }

  @Test
  void aChangedHeaderIsNamedCellByCell() throws Exception {
    Path rows = sample("termination");
    assertThat(imported(portalFile(rows, "portal.xlsx", ""), rows).code()).isZero();

    Ended checked = run("check", portalFile(rows, "changed.xlsx", "身份证").toString());

    assertThat(checked.code()).isEqualTo(6);
    assertThat(checked.err()).contains("“portal”", "导入!B2：期望 证件号码，实际 身份证");
  }

  @Test
  void whatStopsAnImportIsNamedAndNothingIsKept() throws Exception {
    Path rows = sample("termination");

    Ended imported =
        run(
            "template",
            "import",
            portalFile(rows, "portal.xlsx", "天书").toString(),
            "--kind",
            "termination");

    assertThat(imported.code()).isEqualTo(1);
    assertThat(imported.out())
        .contains("注意  导入!B2：不认识“天书”这一栏", "不能用  导入!2 行里没有“证件号码”", "--unit-name", "--column");
    assertThat(home.resolve("layouts")).doesNotExist();
  }

  @Test
  void aColumnThatNobodyKnowsCanBeTold() throws Exception {
    Path rows = sample("termination");
    Path portal = portalFile(rows, "portal.xlsx", "天书");
    String unit = unitOf(rows, 1);

    Ended wrong = run("template", "import", portal.toString(), "--column", "B=nothing");
    Ended told =
        run(
            "template",
            "import",
            portal.toString(),
            "--unit",
            unit,
            "--unit-name",
            "甲",
            "--column",
            "B=idNumber",
            "--json");

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(
            run(
                    "template",
                    "import",
                    portal.toString(),
                    "--unit",
                    unit,
                    "--unit-name",
                    "甲",
                    "--unit-type",
                    "乙")
                .err())
        .contains("乙", "劳务派遣");
    assertThat(told.code()).as(told.out() + told.err()).isZero();
    JsonNode json = JsonMapper.shared().readTree(told.out());
    assertThat(json.at("/kept").booleanValue()).isTrue();
    assertThat(json.at("/columns/1/field").stringValue()).isEqualTo("idNumber");
    assertThat(json.at("/columns/1/header").stringValue()).isEqualTo("天书");
  }

  @Test
  void ofTwoUnitsOneIsNamed() throws Exception {
    Path rows = sample("termination");
    Path portal = portalFile(rows, "portal.xlsx", "");
    assertThat(imported(portal, rows).code()).isZero();
    Ended other =
        run(
            "template",
            "import",
            portal.toString(),
            "--name",
            "other",
            "--unit",
            "91320582MA1MF0UX1U",
            "--unit-name",
            "另一家");
    Path filled = home.resolve("filled.xlsx");
    Ended fill = run("fill", "portal", rows.toString(), "--out", filled.toString());

    Ended unclear = run("check", filled.toString());
    Ended named = run("check", filled.toString(), "--template", "portal", "--json");
    Ended saved = run("save", filled.toString(), home + "/up.xlsx", "--template", "none");

    assertThat(other.code()).as(other.out() + other.err()).isZero();
    assertThat(fill.code()).as(fill.out() + fill.err()).isZero();
    assertThat(unclear.code()).isEqualTo(6);
    assertThat(unclear.err()).contains("other, portal", "--template");
    assertThat(named.code()).as(named.out() + named.err()).isZero();
    assertThat(saved.code()).isEqualTo(2);
    assertThat(saved.err()).contains("none", "portal");
  }

  @Test
  void nothingIsReplacedUnasked() throws Exception {
    Path rows = sample("termination");
    Path portal = portalFile(rows, "portal.xlsx", "");
    assertThat(imported(portal, rows).code()).isZero();

    assertThat(imported(portal, rows).code()).isEqualTo(2);
    assertThat(run("fill", "portal", rows.toString(), "--out", rows.toString()).code())
        .isEqualTo(2);
    assertThat(run("fill", "none", rows.toString(), "--out", home + "/o.xlsx").err())
        .contains("none", "portal");
    assertThat(run("fill", portal.toString(), rows.toString(), "--out", portal.toString()).code())
        .isEqualTo(2);
  }

  @Test
  void rowsWithErrorsAreNotFilledIn() throws Exception {
    Path rows = sample("termination");
    assertThat(imported(portalFile(rows, "portal.xlsx", ""), rows).code()).isZero();
    change(rows, 3, 1, "123");

    Ended filled = run("fill", "portal", rows.toString(), "--out", home + "/o.xlsx");

    assertThat(filled.code()).isEqualTo(1);
    assertThat(filled.out()).contains("申报!B4", "什么都没有填");
    assertThat(home.resolve("o.xlsx")).doesNotExist();
  }

  @Test
  void ourOwnTemplateStillNeedsKindAndFile() {
    Ended ended = run("template", "enrolment");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("OUT.xlsx");
  }

  private Path sample(String kind) {
    Path rows = home.resolve("rows.xlsx");
    assertThat(run("template", kind, rows.toString(), "--sample", "3").code()).isZero();
    return rows;
  }

  private Ended imported(Path portal, Path rows) throws IOException {
    return run(
        "template",
        "import",
        portal.toString(),
        "--unit",
        unitOf(rows, 1),
        "--unit-name",
        unitOf(rows, 3),
        "--unit-type",
        unitOf(rows, 5));
  }

  /// A template in another layout, with the headers of ours.
  ///
  /// @param second the second header, where it is to be another
  private Path portalFile(Path ours, String name, String second) throws IOException {
    Path file = home.resolve(name);
    try (Workbook from = WorkbookFactory.create(ours.toFile(), null, true);
        Workbook book = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("导入");
      sheet.createRow(0).createCell(0).setCellValue("批量导入模板");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
      Row headers = sheet.createRow(1);
      from.getSheet("申报")
          .getRow(2)
          .forEach(cell ->
              headers
                  .createCell(cell.getColumnIndex())
                  .setCellValue(cell.getStringCellValue().replace("*", "")));
      if (!second.isEmpty()) {
        headers.getCell(1).setCellValue(second);
      }
      book.write(out);
    }
    return file;
  }

  private static String unitOf(Path ours, int column) throws IOException {
    try (Workbook book = WorkbookFactory.create(ours.toFile(), null, true)) {
      return book.getSheet("申报").getRow(1).getCell(column).getStringCellValue();
    }
  }

  private static void change(Path file, int row, int column, String text) throws IOException {
    Workbook book;
    try (var in = Files.newInputStream(file)) {
      book = new XSSFWorkbook(in);
    }
    try (book;
        OutputStream out = Files.newOutputStream(file)) {
      book.getSheet("申报").getRow(row).getCell(column).setCellValue(text);
      book.write(out);
    }
  }

  private Ended run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = new Program(streams).run(all.toArray(String[]::new));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
