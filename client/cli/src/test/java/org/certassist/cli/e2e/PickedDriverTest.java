package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Pin;
import org.certassist.keys.bridge.Deadlines;
import org.certassist.keys.bridge.TokenWorkshop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A driver file that the user picks: tested, used without being named again, and forgotten. It is
/// a copy of SoftHSM2 in a folder where no catalogue looks.
class PickedDriverTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LABEL = "own key";

  @TempDir private Path folder;
  private Path driver;
  private Map<String, String> variables;

  @BeforeEach
  void aKeyBehindADriverThatNoCatalogueKnows() throws Exception {
    driver = Files.copy(RealProcess.SOFTHSM, folder.resolve("libvendor_p11.so"));
    variables = softHsm("tokens");
    Driver same = new Driver("own", "own", Driver.Interface.PKCS11, List.of(driver), variables);
    try (TokenWorkshop workshop = new TokenWorkshop(TestHost.launch(), Deadlines.standard(), same);
        Pin pin = pin("135790");
        Pin administrators = pin("24681012")) {
      workshop.initToken(LABEL, administrators, pin);
    }
  }

  private static Pin pin(String text) {
    return Pin.ofUtf8(text.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, String> softHsm(String name) throws IOException {
    Path tokens = Files.createDirectory(folder.resolve(name));
    Path configuration =
        Files.writeString(
            folder.resolve(name + ".conf"),
            "directories.tokendir = %s\nlog.level = ERROR\n".formatted(tokens));
    return Map.of("SOFTHSM2_CONF", configuration.toString());
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    return runIn("jiangsu", variables, arguments);
  }

  private Ended runIn(String profile, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--profile", profile, "--home", folder.resolve("home").toString()));
    all.addAll(List.of("--lang", "en"));
    return RealProcess.run("org.certassist.cli.Main", "", environment, all.toArray(String[]::new));
  }

  @Test
  void whatWasTestedAndRememberedIsUsedWithoutBeingNamedUntilItIsForgotten() throws Exception {
    assertThat(picked()).isEmpty();

    Ended tested = run("drivers", "test", driver.toString());
    assertThat(tested.code()).as(tested.err()).isZero();
    assertThat(tested.out())
        .contains(driver + ": works and shows 1 key(s)", LABEL)
        .contains("drivers test \"" + driver + "\" --remember");
    assertThat(picked()).isEmpty();

    Ended kept = run("drivers", "test", driver.toString(), "--remember");
    assertThat(kept.out()).contains("remembered as picked-1", "drivers forget picked-1");
    assertThat(picked()).containsExactly(driver.toString());

    Ended forgotten = run("drivers", "forget", driver.toString());
    assertThat(forgotten.code()).as(forgotten.err()).isZero();
    assertThat(forgotten.out()).contains(driver + " is not used any more");
    assertThat(driver).exists();
    assertThat(picked()).isEmpty();
  }

  /// The files through which `keys` sees a key besides the catalogue's.
  private List<String> picked() throws Exception {
    JsonNode keys = JSON.readTree(run("keys", "--json").out());
    List<String> drivers =
        keys.at("/keys").valueStream().map(key -> key.at("/driver").asString()).toList();
    return keys.at("/drivers")
        .valueStream()
        .filter(each -> each.at("/id").asString().startsWith("picked-"))
        .filter(each -> drivers.contains(each.at("/id").asString()))
        .map(each -> each.at("/path").asString())
        .toList();
  }

  @Test
  void aTestIsOneJsonDocument() throws Exception {
    JsonNode document =
        JSON.readTree(run("drivers", "test", driver.toString(), "--remember", "--json").out());
    assertThat(document.at("/driver/state").asString()).isEqualTo("ready");
    assertThat(document.at("/driver/path").asString()).isEqualTo(driver.toString());
    assertThat(document.at("/keys")).hasSize(1);
    assertThat(document.at("/keys/0/label").asString()).isEqualTo(LABEL);
    assertThat(document.at("/device").isNull()).isTrue();
    assertThat(document.at("/remembered").asString()).isEqualTo("picked-1");
  }

  @Test
  void practiceTestsADriverAndGoesOnWithItsOwnKeyAlone() throws Exception {
    Ended kept = runIn("practice", variables, "drivers", "test", driver.toString(), "--remember");
    assertThat(kept.code()).as(kept.err()).isZero();
    assertThat(kept.out()).contains("In practice only the practice key is used");
    assertThat(picked()).containsExactly(driver.toString());
    assertThat(runIn("practice", variables, "keys").out()).doesNotContain(LABEL);
  }

  @Test
  void aDriverThatShowsNoKeyIsNotRemembered() throws Exception {
    Ended tested =
        runIn("jiangsu", softHsm("none"), "drivers", "test", driver.toString(), "--remember");
    assertThat(tested.code()).isEqualTo(1);
    assertThat(tested.out())
        .contains("sees no U-key", "Plug the U-key in", "it was not remembered");
    assertThat(folder.resolve("home/picked-drivers.txt")).doesNotExist();
  }

  @Test
  void aRememberedDriverWhoseFileIsGoneIsSaidToBe() throws Exception {
    run("drivers", "test", driver.toString(), "--remember");
    Files.delete(driver);
    assertThat(run("keys").out())
        .contains("the driver file is not there", driver.toString())
        .contains("libvendor_p11.so: The driver file that you chose is not where it was");
  }

  @Test
  void aRememberedDriverThatAnybodyMayChangeIsNotLoaded() throws Exception {
    run("drivers", "test", driver.toString(), "--remember");
    assertThat(driver.toFile().setWritable(true, false)).isTrue();
    assertThat(picked()).isEmpty();
    assertThat(run("keys").out()).contains("suspicious, not loaded", "othersMayWrite " + driver);
  }

  @Test
  void aWrongFileSaysWhatIsWrong() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no library");
    assertTestedInVain(text, "no library", "This file is no PKCS#11 driver");

    Path narrow = folder.resolve("libnarrow.so");
    try (InputStream in =
        org.sqlite.JDBC.class.getResourceAsStream(
            "/org/sqlite/native/Linux/x86/libsqlitejdbc.so")) {
      Files.copy(in, narrow);
    }
    assertTestedInVain(narrow, "wrong word size or processor (x86)", "64-bit driver");

    assertTestedInVain(folder.resolve("nowhere.so"), "is not there", "There is no driver file");
    assertTestedInVain(folder, "is not there", "There is no driver file");
  }

  private void assertTestedInVain(Path file, String... said) throws Exception {
    Ended tested = run("drivers", "test", file.toString(), "--remember");
    assertThat(tested.code()).isEqualTo(1);
    assertThat(tested.out()).contains(file + ": ").contains(said);
    assertThat(folder.resolve("home/picked-drivers.txt")).doesNotExist();
  }

  @Test
  void aFileThatWasExchangedIsTestedAfterAYes() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(
        home.resolve("known-drivers.txt"), "0".repeat(64) + " signed " + driver + "\n");
    Ended doubted = run("drivers", "test", driver.toString());
    assertThat(doubted.code()).isEqualTo(1);
    assertThat(doubted.out())
        .contains("unsignedNow " + driver, "drivers test \"" + driver + "\" --use-again");
    assertThat(run("drivers", "test", driver.toString(), "--use-again").out()).contains(LABEL);
  }

  @Test
  void whatWasNeverRememberedCannotBeForgotten() throws Exception {
    run("drivers", "test", driver.toString(), "--remember");
    Ended refused = run("drivers", "forget", "picked-2");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("picked-2", "picked-1 " + driver);
    assertThat(run("drivers", "test").code()).isEqualTo(2);
    assertThat(run("drivers", "forget", "picked-1").code()).isZero();
  }
}
