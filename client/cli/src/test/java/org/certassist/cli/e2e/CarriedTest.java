package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.cli.Program;
import org.certassist.cli.terminal.Streams;
import org.certassist.core.time.ShanghaiTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the clerk carries herself, in a region whose portal has no REST interface: saved or
/// printed, listed with what to do next, recorded as handed in.
class CarriedTest {
  private record Ended(int code, String out, String err) {}

  private static final String PAPER_ONLY =
      """
      {
        "id": "paper", "name": "只收纸", "nameEnglish": "Paper only",
        "ways": ["counter"], "kinds": ["enrolment"], "maxRows": 10,
        "calendar": {"open": "not-known", "source": {"document": "test", "date": "2026"}},
        "coverage": {"covers": [], "notCovered": [], "source": {"document": "test", "date": "2026"}},
        "source": {"document": "test", "date": "2026"}
      }
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path home;

  @Test
  void aWorkbookIsSavedForUploadAsItIsAndRecordedAsHandedIn() throws Exception {
    Path workbook = sample("enrolment", 3);
    Path copy = home.resolve("upload.xlsx");

    JsonNode saved = json(run("save", workbook.toString(), copy.toString(), "--json"), 0);
    String id = saved.get("declarationId").asString();
    assertThat(saved.get("stage").asString()).isEqualTo("EXPORTED");
    assertThat(saved.at("/exported/way").asString()).isEqualTo("page-upload");
    assertThat(saved.at("/exported/file").asString()).isEqualTo("upload.xlsx");
    assertThat(copy).hasSameBinaryContentAs(workbook);

    JsonNode listed = json(run("outbox", "list", "--json"), 0).at("/declarations/0");
    assertThat(listed.get("next").asString()).contains("upload.xlsx", "outbox handed-in " + id);
    assertThat(run("outbox", "list").err()).contains("outbox handed-in " + id);

    JsonNode handedIn = json(run("outbox", "handed-in", id, "--number", "SL-117", "--json"), 0);
    assertThat(handedIn.get("stage").asString()).isEqualTo("HANDED_IN");
    assertThat(handedIn.at("/handedIn/number").asString()).isEqualTo("SL-117");
    assertThat(handedIn.at("/handedIn/on").asString())
        .isEqualTo(new ShanghaiTime(java.time.Clock.systemUTC()).today().toString());

    assertThat(error(run("save", workbook.toString(), home.resolve("b.xlsx").toString(), "--json")))
        .isEqualTo("usage.alreadyHandedIn");
    assertThat(home.resolve("b.xlsx")).doesNotExist();
    assertThat(error(run("outbox", "discard", id, "--json"))).isEqualTo("usage.isHandedIn");
  }

  @Test
  void aWorkbookIsPrintedForTheCounterAndSavedWithTheSameId() throws Exception {
    Path workbook = sample("termination", 2);

    JsonNode printed =
        json(run("print", workbook.toString(), home.resolve("roster").toString(), "--json"), 0);
    String id = printed.get("declarationId").asString();
    assertThat(printed.at("/exported/way").asString()).isEqualTo("counter");
    assertThat(Files.readAllBytes(home.resolve("roster.pdf"))).startsWith('%', 'P', 'D', 'F');
    assertThat(json(run("outbox", "list", "--json"), 0).at("/declarations/0/next").asString())
        .contains("roster.pdf", "--number");

    JsonNode saved =
        json(run("save", workbook.toString(), home.resolve("b.xlsx").toString(), "--json"), 0);
    assertThat(saved.get("declarationId").asString()).isEqualTo(id);
    assertThat(json(run("outbox", "show", id, "--json"), 0).get("history")).hasSize(2);
  }

  @Test
  void whatIsNotKnownToBeCoveredIsNotSaid() throws Exception {
    Files.createDirectories(home.resolve("profiles"));
    Files.writeString(home.resolve("profiles").resolve("paper.json"), PAPER_ONLY);
    Path workbook = sample("enrolment", 1);

    Ended printed =
        run("--profile", "paper", "print", workbook.toString(), home.resolve("r.pdf").toString());

    assertThat(printed.code()).as(printed.err()).isZero();
    assertThat(printed.out() + printed.err()).doesNotContain("此处办理", "不包括", "filed here");
  }

  /// The libraries that read a workbook and make a PDF have logs of their own.
  @Test
  void whoIsPrintedOrSavedIsInNoLog() throws Exception {
    Path workbook = sample("termination", 3);
    List<String> people = renamed(workbook, List.of("岑𬍛金甲", "岑𬍛金乙", "岑𬍛金丙"));

    for (String command : List.of("print", "save")) {
      Ended ended =
          run("-v", command, workbook.toString(), home.resolve("copy-" + command).toString());
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(people).noneMatch(ended.err()::contains);
    }

    assertThat(home.resolve("logs").resolve("certassist.log")).exists();
    assertThat(people).hasSize(6).noneMatch(logs()::contains);
  }

  /// Everybody gets a name that stands nowhere else, with a character that hardly any font has; the
  /// names and numbers.
  private static List<String> renamed(Path workbook, List<String> names) throws IOException {
    List<String> people = new ArrayList<>();
    XSSFWorkbook book;
    try (InputStream in = Files.newInputStream(workbook)) {
      book = new XSSFWorkbook(in);
    }
    try (book;
        OutputStream out = Files.newOutputStream(workbook)) {
      for (int row = 3; row < 6; row++) {
        people.add(book.getSheet("申报").getRow(row).getCell(1).getStringCellValue());
        people.add(names.get(row - 3));
        book.getSheet("申报").getRow(row).getCell(2).setCellValue(names.get(row - 3));
      }
      book.write(out);
    }
    return people;
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(home.resolve("logs"))) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void aDayThatIsNoneAndAFileThatIsThereAreRefused() throws Exception {
    Path workbook = sample("termination", 2);
    Path copy = Files.writeString(home.resolve("upload.xlsx"), "old");

    assertThat(error(run("save", workbook.toString(), copy.toString(), "--json")))
        .isEqualTo("usage.outputExists");
    assertThat(error(run("save", workbook.toString(), workbook.toString(), "--json")))
        .isEqualTo("usage.outputIsInput");
    assertThat(json(run("outbox", "list", "--json"), 0).get("declarations")).isEmpty();

    JsonNode saved =
        json(run("save", workbook.toString(), copy.toString(), "--overwrite", "--json"), 0);
    String id = saved.get("declarationId").asString();
    assertThat(run("outbox", "handed-in", id, "--on", "yesterday").code()).isEqualTo(2);
    assertThat(error(run("outbox", "handed-in", id, "--on", "2020-01-01", "--json")))
        .isEqualTo("usage.handedInDay");
    assertThat(json(run("outbox", "discard", id, "--json"), 0).get("stage").asString())
        .isEqualTo("WITHDRAWN");
  }

  @Test
  void aRegionThatDoesNotTakeItThisWaySaysSo() throws Exception {
    Path workbook = sample("enrolment", 1);
    Files.writeString(
        Files.createDirectories(home.resolve("profiles")).resolve("paper.json"), PAPER_ONLY);

    Ended refused =
        run(
            "save",
            workbook.toString(),
            home.resolve("b.xlsx").toString(),
            "--json",
            "--profile",
            "paper");

    assertThat(error(refused)).isEqualTo("usage.wayNotHere");
    assertThat(home.resolve("b.xlsx")).doesNotExist();
  }

  @Test
  void practiceIsSavedAndPrintedToo() throws Exception {
    Path workbook = sample("enrolment", 1);
    Path copy = home.resolve("b.xlsx");

    JsonNode saved =
        json(
            run("save", workbook.toString(), copy.toString(), "--json", "--profile", "practice"),
            0);

    assertThat(saved.get("stage").asString()).isEqualTo("EXPORTED");
    assertThat(copy).hasSameBinaryContentAs(workbook);
  }

  private Path sample(String kind, int rows) {
    Path workbook = home.resolve(kind + ".xlsx");
    Ended made = run("template", kind, workbook.toString(), "--sample", Integer.toString(rows));
    assertThat(made.code()).as(made.err()).isZero();
    return workbook;
  }

  private static String error(Ended ended) {
    return json(ended, 2).at("/error/id").asString();
  }

  private static JsonNode json(Ended ended, int code) {
    assertThat(ended.code()).as(ended.err() + ended.out()).isEqualTo(code);
    return JSON.readTree(ended.out());
  }

  private Ended run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.contains("--profile")) {
      all.addAll(List.of("--profile", "jiangsu"));
    }
    all.addAll(List.of("--home", home.toString(), "--lang", "en"));
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
