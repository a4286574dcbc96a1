package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `drivers` on this very machine, which has SoftHSM2; no key is plugged into it.
class DriversCommandTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path home;

  private Ended drivers(String... more) throws Exception {
    String[] all = {"drivers", "--profile", "jiangsu", "--home", home.toString()};
    String[] whole = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, whole, all.length, more.length);
    return RealProcess.certassist("", whole);
  }

  @Test
  void saysWhatIsPluggedInAndWhatIsThere() throws Exception {
    Ended said = drivers("--json");
    JsonNode document = JSON.readTree(said.out());
    assertThat(document.at("/drivers").valueStream().map(driver -> driver.at("/id").asString()))
        .contains("softhsm2", "opensc");
    assertThat(document.at("/registered")).isEmpty();
    boolean allReady =
        document
            .at("/plugged")
            .valueStream()
            .map(key -> key.at("/verdict").asString())
            .filter(verdict -> !verdict.equals("unknownDevice"))
            .allMatch("ready"::equals);
    assertThat(said.code()).isEqualTo(allReady ? 0 : 1);
  }

  @Test
  void testsAFileThatIsNamed() throws Exception {
    assertThat(drivers("--module", RealProcess.SOFTHSM.toString(), "--lang", "en").out())
        .contains("Drivers:", RealProcess.SOFTHSM.toString());
  }

  @Test
  void saysHowFarAnInstallationHasCome() throws Exception {
    Files.writeString(
        home.resolve("installation.txt"), "firstTime restart another-run feitian-epass3000gm\n");
    JsonNode installation = JSON.readTree(drivers("--json").out()).at("/installation");
    assertThat(installation.at("/product").asString()).isEqualTo("feitian-epass3000gm");
    assertThat(
            installation
                .at("/steps")
                .valueStream()
                .filter(step -> step.at("/done").asBoolean())
                .map(step -> step.at("/id").asString()))
        .as("this is another run of the PC")
        .containsExactly("closeTools", "pullOut", "install", "restart");
    assertThat(Files.readString(home.resolve("installation.txt"))).startsWith("firstTime plugIn ");
    assertThat(drivers("--lang", "en").out())
        .contains("Installing the driver: 飞天 ePass3000GM", "  5. Plug the U-key in", "(now)");
  }
}
