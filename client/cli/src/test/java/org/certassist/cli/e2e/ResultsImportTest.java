package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.archive.SqliteArchive;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.core.declaration.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `results import`: the portal's list, pasted or as a workbook, against what lies in the archive.
class ResultsImportTest {
  private static final String PASTED = "姓名\t证件号码\t失败原因\n李小芳\t32050919900307002X\t户籍性质不能为空\n";

  @TempDir Path home;

  private DeclarationId id;

  @BeforeEach
  void anAcceptedDeclarationWaitsForItsResults() throws Exception {
    try (SqliteArchive archive = SqliteArchive.open(home, "test", InstantSource.system())) {
      id =
          new Filings(archive)
              .accepted(
                  "termination",
                  YearMonth.of(2026, 12),
                  List.of(row("李小芳", "32050919900307002X"), row("王强", "440301198807154513")));
    }
  }

  private static Map<String, String> row(String name, String number) {
    return Map.of(
        "name",
        name,
        "idType",
        "居民身份证",
        "idNumber",
        number,
        "reason",
        "个人辞职",
        "stopDate",
        "2026-11-20");
  }

  private Ended run(String in, String... arguments) throws Exception {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = home.toString();
    return RealProcess.certassist(in, all);
  }

  @Test
  void theWrongRowsComeBackAsAWorkbookAndAreKeptOnHerWord() throws Exception {
    Path wrong = home.resolve("wrong.xlsx");

    Ended shown = run(PASTED, "results", "import", id.toString(), "-", "--wrong", wrong.toString());
    assertThat(shown.code()).isEqualTo(1);
    assertThat(shown.out())
        .contains("第 4 行：户籍性质不能为空", "结果里没有提到（行号）：5", "--keep")
        .doesNotContain("32050919900307002X");
    JsonNode checked =
        JsonMapper.shared().readTree(run("", "check", wrong.toString(), "--json").out());
    assertThat(checked.at("/kind").asString()).isEqualTo("termination");
    assertThat(checked.at("/rows").asInt()).isEqualTo(1);

    JsonNode kept =
        JsonMapper.shared()
            .readTree(
                run(PASTED, "results", "import", id.toString(), "-", "--keep", "--json").out());
    assertThat(kept.at("/stage").asString()).isEqualTo("DONE_WITH_REFUSALS");
    assertThat(run("", "results", id.toString()).out()).contains("通过 1 人，没有通过 1 人");

    Ended again = run(PASTED, "results", "import", id.toString(), "-", "--keep", "--json");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.out()).contains("usage.resultsNotAwaited");
  }

  @Test
  void aWorkbookWithAStrangerIsShownAndNotKept() throws Exception {
    Path file = home.resolve("结果.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet();
      String[][] table = {
        {"姓名", "证件号码", "处理结果"},
        {"王强", "440301198807154513", "成功"},
        {"陌生人", "320509199201010024", "成功"}
      };
      for (String[] line : table) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < line.length; i++) {
          row.createCell(i).setCellValue(line[i]);
        }
      }
      book.write(out);
    }

    Ended refused =
        run("", "results", "import", id.toString(), file.toString(), "--keep", "--json");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).contains("usage.resultsUndecided");
    JsonNode shown =
        JsonMapper.shared()
            .readTree(run("", "results", "import", id.toString(), file.toString(), "--json").out());
    assertThat(shown.at("/stage").asString()).isEqualTo("ACCEPTED");
    assertThat(shown.at("/strayLines/0").asInt()).isEqualTo(3);
    assertThat(shown.at("/accepted/0").asInt()).isEqualTo(5);
  }

  @Test
  void thePortalsOwnListIsNeverReplaced() throws Exception {
    Path list = Files.writeString(home.resolve("结果.csv"), PASTED.replace('\t', ','));

    Ended refused =
        run(
            "",
            "results",
            "import",
            id.toString(),
            list.toString(),
            "--wrong",
            home.resolve(".").resolve("结果.csv").toString(),
            "--overwrite",
            "--keep",
            "--json");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).contains("usage.outputIsInput");
    assertThat(list).hasContent(PASTED.replace('\t', ','));
    assertThat(run("", "outbox", "show", id.toString(), "--json").out()).contains("ACCEPTED");
  }

  /// The wrong rows can be had again at any time, the clerk's word cannot.
  @Test
  void theAnswersAreKeptEvenIfTheWorkbookCannotBeWritten() throws Exception {
    Ended failed =
        run(
            PASTED,
            "results",
            "import",
            id.toString(),
            "-",
            "--wrong",
            home.resolve("nowhere").resolve("wrong.xlsx").toString(),
            "--keep",
            "--json");

    assertThat(failed.out()).contains("file.notWritten");
    assertThat(run("", "results", id.toString()).out()).contains("通过 1 人，没有通过 1 人");
  }

  @Test
  void theResultsOfNoDeclarationAreAskedForWrongly() throws Exception {
    assertThat(run("", "results").code()).isEqualTo(2);
  }
}
