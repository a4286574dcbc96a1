package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `selftest` on this machine: every probe agrees with its second source, and nothing stays behind.
@Timeout(200)
class SelftestCommandTest {
  @TempDir private Path home;

  @Test
  void everyProbeAgreesWithItsSecondSourceAndNothingStays() throws Exception {
    Ended said =
        RealProcess.certassist(
            "", "selftest", "--json", "--profile", "jiangsu", "--home", home.toString());
    JsonNode trials = JsonMapper.shared().readTree(said.out()).at("/trials");

    assertThat(trials.valueStream().filter(trial -> outcome(trial).equals("differs"))).isEmpty();
    assertThat(said.code()).as(said.out() + said.err()).isZero();
    assertThat(trials.valueStream().map(trial -> trial.at("/id").asString()))
        .containsAll(List.of("system", "usb", "archive", "host", "line", "log", "bundle", "qr"));
    assertThat(trials.valueStream().filter(trial -> outcome(trial).equals("ok")))
        .hasSizeGreaterThanOrEqualTo(11);
    assertThat(trials.valueStream().filter(trial -> outcome(trial).equals("ok")))
        .allSatisfy(trial -> assertThat(trial.at("/expected/0/word").asString()).isNotEmpty());
    assertThat(trials.valueStream().filter(trial -> id(trial).equals("lineNobody")))
        .singleElement()
        .satisfies(trial ->
            assertThat(trial.at("/found/0/word").asString()).isEqualTo("portal.unreachable"));
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files).containsExactly(home.resolve("logs"));
    }
    assertThat(Files.readAllLines(home.resolve("logs/certassist.log")))
        .filteredOn(line -> line.contains("Exception") || line.contains("127.0.0.1"))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.contains("[selftest] "));
  }

  @Test
  void inChineseTheLinesAreChinese() throws Exception {
    Ended said = RealProcess.certassist("", "selftest", "--home", home.toString());

    assertThat(said.out())
        .contains("一致　驱动进程启动和结束：假的驱动没有加载，进程已结束")
        .contains("一致　日志：写进去了，证件号码已隐去")
        .contains("一致　电话代码：读出来和原来一样，听错一位的认出 ");
    assertThat(said.out().lines())
        .filteredOn(line -> !line.contains("操作系统"))
        .noneMatch(line -> line.matches(".*[a-z]{2}.*"));
  }

  private static String id(JsonNode trial) {
    return trial.at("/id").asString();
  }

  private static String outcome(JsonNode trial) {
    return trial.at("/outcome").asString();
  }
}
