package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A driver that was switched off after its crashes, seen and released with `keys`.
class KeysCommandTest {
  @TempDir Path home;

  private Ended keys(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("keys"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--profile",
            "jiangsu",
            "--home",
            home.toString(),
            "--module",
            RealProcess.SOFTHSM.toString(),
            "--lang",
            "en"));
    return RealProcess.certassist("", all.toArray(String[]::new));
  }

  private Path crashedThreeTimes() throws IOException {
    String build =
        Files.size(RealProcess.SOFTHSM)
            + "-"
            + Files.getLastModifiedTime(RealProcess.SOFTHSM).toMillis();
    List<String> crashes = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      crashes.add(1_700_000_000_000L + i + " " + build + " " + RealProcess.SOFTHSM);
    }
    return Files.write(home.resolve("driver-crashes.txt"), crashes);
  }

  @Test
  void aDriverThatWasSwitchedOffSaysWhyAndIsUsedAgainWhenAsked() throws Exception {
    Path memory = crashedThreeTimes();

    Ended off = keys();
    assertThat(off.out())
        .contains("crashed several times, switched off", "3 crashes in 5 minutes")
        .contains("libsofthsm2.so: This driver crashed again and again")
        .contains("certassist keys --use-again module");

    Ended on = keys("--use-again", "module");
    assertThat(on.out()).contains("libsofthsm2.so  ready").doesNotContain("switched off");
    assertThat(memory).isEmptyFile();
  }

  @Test
  void aDriverThatIsNotKnownIsNotReleasedBySilence() throws Exception {
    Ended refused = keys("--use-again", "nonesuch");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("nonesuch", "module, ");
  }
}
