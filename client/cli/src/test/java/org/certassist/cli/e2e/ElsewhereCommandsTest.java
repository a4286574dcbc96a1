package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.certassist.archive.SqliteArchive;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.core.declaration.DeclarationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is not covered, listed and ticked off as the clerk does it.
@Timeout(600)
class ElsewhereCommandsTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 12);
  private static final String LI = "32050919900307002X";
  private static final String WANG = "440301198807154513";
  private static final String ZHAO = "320509199201010024";

  @TempDir Path home;
  private DeclarationId hired;

  @BeforeEach
  void file() throws Exception {
    try (SqliteArchive archive = SqliteArchive.open(home, "test", InstantSource.system())) {
      Filings filings = new Filings(archive);
      hired =
          filings.accepted(
              "enrolment",
              MONTH,
              List.of(
                  Map.of("name", "李小芳", "idNumber", LI), Map.of("name", "李小芳", "idNumber", ZHAO)));
      filings.accepted("termination", MONTH, List.of(Map.of("name", "王强", "idNumber", WANG)));
    }
  }

  private Ended reconcile(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("reconcile"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--home", home.toString()));
    return RealProcess.certassist("", all.toArray(String[]::new));
  }

  private static JsonNode json(Ended ended) {
    return JsonMapper.shared().readTree(ended.out());
  }

  @Test
  void whatIsOpenIsListedMaskedAndTickedOffAndTakenBack() throws Exception {
    Ended told = reconcile("open");
    assertThat(told.code()).isEqualTo(1);
    assertThat(told.out())
        .contains("停保", "医疗保险", "王*", "2026-11-22", "还有 6 项要另办", hired.toString())
        .doesNotContain("王强", WANG, LI);

    Ended done = reconcile("done", "王强", "医疗", "--on", "2024-01-05", "--note", "受理 117", "--json");
    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isZero();
    assertThat(json(done).at("/points/0/doneOn").asString()).isEqualTo("2024-01-05");
    assertThat(json(done).at("/points/0/note").asString()).isEqualTo("受理 117");
    assertThat(done.out()).doesNotContain("王强", WANG);

    Ended all = reconcile("done", "4513", "all", "--show-values");
    assertThat(all.out()).contains("王强 的生育保险（停保）登记为").doesNotContain("医疗保险");

    JsonNode open = json(reconcile("open", "--json", "--show-values"));
    assertThat(open.at("/points").size()).isEqualTo(4);
    JsonNode first = open.at("/points/0");
    assertThat(first.at("/todo").asString()).isEqualTo("enrol");
    assertThat(first.at("/insurance").asString()).isEqualTo("医疗保险");
    assertThat(first.at("/idNumber").asString()).isEqualTo(LI);
    assertThat(first.at("/since").asString()).isEqualTo("2026-11-22");
    assertThat(first.at("/row").asInt()).isEqualTo(4);
    assertThat(first.has("doneOn")).isFalse();
    assertThat(open.at("/damagedTicks").asInt(-1)).isZero();

    assertThat(reconcile("done", "4513", "生育", "--undo").out()).contains("改回没办");
    assertThat(json(reconcile("open", "--json")).at("/points").size()).isEqualTo(5);
  }

  @Test
  void whoIsNotClearIsAskedForAndNeverToldOn() throws Exception {
    Ended two = reconcile("done", "李小芳", "医疗", "--json");
    assertThat(two.code()).isEqualTo(2);
    assertThat(json(two).at("/error/id").asString()).isEqualTo("usage.whichPerson");
    assertThat(two.out() + two.err()).contains("4 位就分得开").doesNotContain("李小芳", LI, ZHAO);
    assertThat(reconcile("done", "002x", "医疗").code()).isZero();
    assertThat(reconcile("done", "赵敏", "医疗").code()).isEqualTo(2);
    assertThat(reconcile("done", "4513", "养老").code()).isEqualTo(2);
    assertThat(reconcile("done", "4513", "医疗", "--on", "2999-01-01").code()).isEqualTo(2);
    assertThat(json(reconcile("open", "--json")).at("/points").size()).isEqualTo(5);
    assertThat(reconcile().code()).isEqualTo(2);
    String log = Files.readString(home.resolve("logs/certassist.log"));
    assertThat(log).doesNotContain("李小芳", "赵敏", "王强", "002X", "002x", "4513");
  }
}
