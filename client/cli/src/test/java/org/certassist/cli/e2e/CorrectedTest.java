package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A kept file is corrected and sent: the earlier one must be withdrawn first, and exactly the
/// corrected one reaches the portal.
class CorrectedTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path home;

  @Test
  void onlyTheCorrectedOneIsFiled() throws Exception {
    try (RunningPortal portal = RunningPortal.start(home)) {
      Path workbook = home.resolve("staff.xlsx");
      assertThat(run("", "template", "enrolment", workbook.toString(), "--sample", "3").code())
          .isZero();
      String kept = id(json(run("", "send", workbook.toString(), "--later", "--json"), 0));
      correct(workbook, "岗位", "练习会计");
      String pin = Files.readString(home.resolve("practice/pin.txt")).strip() + "\n";

      JsonNode refused = json(send(pin, workbook), 2);
      assertThat(refused.at("/error/id").asString()).isEqualTo("usage.personsWait");
      assertThat(refused.at("/error/message").asString()).contains(kept).contains("3");
      assertThat(refused.at("/error/next").asString()).contains("outbox discard " + kept);
      assertThat(PortalRecords.in(home).all()).isZero();

      JsonNode withdrawn = json(run("", "outbox", "discard", kept, "--json"), 0);
      assertThat(withdrawn.get("stage").asString()).isEqualTo("WITHDRAWN");
      assertThat(json(run("", "outbox", "discard", kept, "--json"), 2).at("/error/id").asString())
          .isEqualTo("usage.notWaiting");

      // The sample holds one row that the practice portal refuses.
      String corrected = id(json(send(pin, workbook), 1));
      JsonNode left =
          json(run(pin, "outbox", "send", "--pin-stdin", "--json", "--portal", portal.url()), 0);
      assertThat(left.get("declarations")).isEmpty();

      assertThat(PortalRecords.in(home).all()).isEqualTo(1);
      assertThat(PortalRecords.in(home).withId(corrected)).isEqualTo(1);
      JsonNode filed = json(run("", "outbox", "discard", corrected, "--json"), 2);
      assertThat(filed.at("/error/id").asString()).isEqualTo("usage.isAtPortal");
    }
  }

  /// To the practice portal that runs for this home, without naming it.
  private RealProcess.Ended send(String pin, Path workbook)
      throws IOException, InterruptedException {
    return run(pin, "send", workbook.toString(), "--pin-stdin", "--json");
  }

  /// Types another value into a column of the first person's row.
  private static void correct(Path file, String header, String value) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      Sheet sheet = workbook.getSheet("申报");
      Row headers = sheet.getRow(2);
      int column =
          IntStream.range(0, headers.getLastCellNum())
              .filter(i -> headers.getCell(i).getStringCellValue().contains(header))
              .findFirst()
              .orElseThrow();
      sheet.getRow(3).getCell(column).setCellValue(value);
      try (OutputStream out = Files.newOutputStream(file)) {
        workbook.write(out);
      }
    }
  }

  private static String id(JsonNode sent) {
    return sent.get("declarationId").asString();
  }

  private static JsonNode json(RealProcess.Ended ended, int code) {
    assertThat(ended.code()).as(ended.err() + ended.out()).isEqualTo(code);
    return JSON.readTree(ended.out());
  }

  private RealProcess.Ended run(String stdin, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString(), "--lang", "en"));
    return RealProcess.certassist(stdin, all.toArray(String[]::new));
  }
}
