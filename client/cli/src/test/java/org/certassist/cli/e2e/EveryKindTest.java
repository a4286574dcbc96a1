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
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.certassist.cli.Program;
import org.certassist.cli.terminal.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each kind from its sample template through a clean check to the practice portal, which takes all
/// rows but the one that is there to be refused. The commands run in this process: there are many.
class EveryKindTest {
  private record Ended(int code, String out, String err) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FIRST_ROW = 3;
  private static final int ROWS = 3;

  @TempDir Path home;

  @Test
  void everyKindIsCheckedCleanAndTaken() throws Exception {
    try (RunningPortal _ = RunningPortal.start(home)) {
      assertThat(run("", "keys", "--json").code()).isZero();
      String pin = Files.readString(home.resolve("practice/pin.txt")).strip() + "\n";

      Path enrolled = filed(pin, "enrolment", "未获取到人员基本信息");
      for (String kind :
          List.of(
              "termination",
              "person-registration",
              "pre-registration",
              "dispatch-transfer",
              "base-adjustment")) {
        filed(pin, kind, "未获取到人员基本信息");
      }
      filed(pin, "retirement", "该人员账户类型为临时缴费账户，不允许办理");

      Path reversal = sample("reversal");
      JsonNode refused = json(send(pin, reversal), 1);
      assertThat(refused.at("/results/accepted").asInt()).isZero();
      assertThat(refused.at("/results/rows").findValuesAsString("message"))
          .contains("本结算期内没有可以回退的业务");

      copyPeople(enrolled, reversal);
      json(run("", "check", reversal.toString(), "--json"), 0);
      JsonNode reversed = json(send(pin, reversal), 1);
      assertThat(reversed.at("/results/accepted").asInt()).isEqualTo(ROWS - 1);
      assertThat(PortalRecords.in(home).all()).isEqualTo(9);
    }
  }

  private Path filed(String pin, String kind, String message) {
    Path workbook = sample(kind);
    JsonNode checked = json(run("", "check", workbook.toString(), "--json"), 0);
    assertThat(checked.get("kind").asString()).isEqualTo(kind);
    assertThat(checked.get("findings")).as(kind).isEmpty();

    JsonNode sent = json(send(pin, workbook), 1);
    assertThat(sent.at("/results/accepted").asInt()).as(kind).isEqualTo(ROWS - 1);
    assertThat(sent.at("/results/rows").findValuesAsString("message"))
        .as(kind)
        .containsExactly(message);
    return workbook;
  }

  private Path sample(String kind) {
    Path workbook = home.resolve(kind + ".xlsx");
    Ended made = run("", "template", kind, workbook.toString(), "--sample", Integer.toString(ROWS));
    assertThat(made.code()).as(made.err()).isZero();
    return workbook;
  }

  /// Document type, number and name stand in the first three columns of every kind.
  private static void copyPeople(Path from, Path to) throws IOException {
    try (InputStream theirs = Files.newInputStream(from);
        XSSFWorkbook people = new XSSFWorkbook(theirs);
        InputStream ours = Files.newInputStream(to);
        XSSFWorkbook workbook = new XSSFWorkbook(ours)) {
      Sheet source = people.getSheet("申报");
      Sheet target = workbook.getSheet("申报");
      for (int row = FIRST_ROW; row < FIRST_ROW + ROWS; row++) {
        for (int column = 0; column < 3; column++) {
          target
              .getRow(row)
              .getCell(column)
              .setCellValue(source.getRow(row).getCell(column).getStringCellValue());
        }
      }
      try (OutputStream out = Files.newOutputStream(to)) {
        workbook.write(out);
      }
    }
  }

  private Ended send(String pin, Path workbook) {
    return run(pin, "send", workbook.toString(), "--pin-stdin", "--json");
  }

  private static JsonNode json(Ended ended, int code) {
    assertThat(ended.code()).as(ended.err() + ended.out()).isEqualTo(code);
    return JSON.readTree(ended.out());
  }

  private Ended run(String stdin, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString(), "--lang", "en"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int code = new Program(streams).run(all.toArray(String[]::new));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
