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
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files).containsExactly(home.resolve("logs"));
    }
    assertThat(Files.readAllLines(home.resolve("logs/certassist.log")))
        .filteredOn(line -> line.contains("Exception") || line.contains("127.0.0.1"))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.contains("[selftest] "));
  }

  private static String outcome(JsonNode trial) {
    return trial.at("/outcome").asString();
  }
}
