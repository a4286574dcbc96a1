package org.certassist.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.driver.RegisteredModule.Spoken;
import org.certassist.core.driver.UsbId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// BJCA's map on a PC that was made up for the tests: a registry, and folders in place of its
/// drive.
class BjcaDriversTest {
  private static final String MAP =
      """
      #made by hand for the tests after the form of BJCA's own
      vid = 0x0000
      [ONE]
      type = SKF
      vid = 0x6588
      pid = 0x1514
      dll = one_gm.dll

      [乙]
      Type=SKFGB
      VID=0x22fb
      PID=0x1014
      DLL="two gm.dll"
      #[THREE]
      [COMMENTED OUT ABOVE]
      type = BJCAKey
      vid = 0x096E
      pid = 0x0401
      dll = own.dll
      csp = "A CSP (1) for BJCA"
      """;
  private static final UsbId ONE = new UsbId(0x6588, 0x1514);
  private static final UsbId TWO = new UsbId(0x22FB, 0x1014);

  @TempDir private Path folder;
  private Path client;
  private Path drivers;
  private final Set<String> asked = new HashSet<>();

  @BeforeEach
  void aClient() throws IOException {
    client = folder.resolve("BJCAClient");
    drivers = Files.createDirectories(client.resolve("CertAppEnvV0/Driver"));
  }

  private void map(byte[] content) throws IOException {
    Files.write(drivers.resolve("driver.ini"), content);
  }

  private List<RegisteredModule> found() {
    return new BjcaDrivers(
            RecordedRegistry.of("bjca-pc.reg", folder),
            path -> {
              asked.add(path);
              return path.startsWith("C:") ? client : folder.resolve("nowhere");
            })
        .list();
  }

  private List<RegisteredModule> found(String map) throws IOException {
    map(map.getBytes(StandardCharsets.UTF_8));
    return found();
  }

  private static RegisteredModule skf(String path, UsbId device) {
    return new RegisteredModule(path, Spoken.SKF, "BJCA", List.of(device));
  }

  @Test
  void namesTheDriversOfEachDevice() throws IOException {
    assertThat(found(MAP)).containsExactly(skf("one_gm.dll", ONE), skf("two gm.dll", TWO));
  }

  @Test
  void looksOnlyIntoLocalFoldersOfTheClient() throws IOException {
    assertThat(found(MAP)).hasSize(2);
    assertThat(asked)
        .containsExactlyInAnyOrder("C:\\Program Files (x86)\\BJCAClient", "D:\\BJCAClient");
  }

  @Test
  void namesTheFilesThatAreThere() throws IOException {
    Path wide = Files.createDirectories(drivers.resolve("x64")).resolve("one_gm_x64.dll");
    Path narrow = Files.createDirectories(drivers.resolve("x86")).resolve("one_gm.dll");
    Files.createFile(wide);
    Files.createFile(narrow);
    assertThat(found(MAP))
        .containsExactly(
            skf(wide.toString(), ONE), skf(narrow.toString(), ONE), skf("two gm.dll", TWO));
  }

  @Test
  void readsGbkToo() throws IOException {
    map(MAP.getBytes(Charset.forName("GBK")));
    assertThat(found()).hasSize(2);
    assertThat(found("\uFEFF" + MAP.substring(MAP.indexOf("[ONE]")))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type = SKF\nvid = 0x6588\npid = 0x1514\ndll = ..\\..\\evil.dll",
        "type = SKF\nvid = 0x6588\npid = 0x1514\ndll = C:\\evil.dll",
        "type = SKF\nvid = 0x6588\npid = 0x1514\ndll = \\\\server\\evil.dll",
        "type = SKF\nvid = 0x6588\npid = 0x1514\ndll = evil.exe",
        "type = SKF\nvid = 0x6588\npid = 0x1514\ndll = .dll",
        "type = SKF\nvid = 0x6588\npid = 0x1514\ndll =",
        "type = SKF\nvid = 0x65880\npid = 0x1514\ndll = a.dll",
        "type = SKF\nvid = 6588\npid = 0x1514\ndll = a.dll",
        "type = SKF\nvid = -1\npid = 0x1514\ndll = a.dll",
        "type = SKF\npid = 0x1514\ndll = a.dll",
        "type = PKCS12\nvid = 0x6588\npid = 0x1514\ndll = a.dll",
        "type =\nvid = 0x6588\npid = 0x1514\ndll = a.dll",
        "= = = [ ] =",
        "]["
      })
  void whatCannotBeUsedIsLeftOut(String section) throws IOException {
    assertThat(found("[BAD]\n" + section + "\n[GOOD]\n" + MAP.substring(MAP.indexOf("type"))))
        .contains(skf("one_gm.dll", ONE))
        .allMatch(module -> module.devices().equals(List.of(ONE)) || module.path().contains("two"))
        .extracting(RegisteredModule::path)
        .containsExactly("one_gm.dll", "two gm.dll");
  }

  @Test
  void aStrangersFileIsBounded() throws IOException {
    assertThat(found("#" + "x".repeat(64 << 10) + "\n" + MAP)).isEmpty();
    assertThat(found("[x]\n".repeat(600) + MAP)).isEmpty();
    byte[] noise = new byte[1000];
    new Random(1).nextBytes(noise);
    map(noise);
    assertThat(found()).isEmpty();
    Files.delete(drivers.resolve("driver.ini"));
    Files.createDirectory(drivers.resolve("driver.ini"));
    assertThat(found()).isEmpty();
  }

  @Test
  void theFirstOfTwoValuesCounts() {
    assertThat(IniFile.sections("a=0\n[x]\n; c = 1\nA = 1\na = 2\n [y] \nb=\"q=r\"\n"))
        .containsExactly(Map.of("a", "1"), Map.of("b", "q=r"));
  }

  @Test
  void aPcWithoutTheClientHasNothing() {
    assertThat(
            new BjcaDrivers(
                    RecordedRegistry.of("office-pc.reg", folder), path -> folder.resolve("none"))
                .list())
        .isEmpty();
  }
}
