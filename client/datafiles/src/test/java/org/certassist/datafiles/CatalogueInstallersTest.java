package org.certassist.datafiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.certassist.core.installer.Installer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Installers in catalogues: those of one system, and those that are refused.
class CatalogueInstallersTest {
  private static final String PRODUCT = "{\"id\": \"longmai-gm3000\", \"number\": 1,";
  private static final String SOUND =
      """
      {"file": "gm3000-2.1.deb",
       "address": "https://ca.example/gm3000-2.1.deb",
       "sha256": "%s",
       "publisher": "北京世纪龙脉科技有限公司",
       "arguments": ["--quiet"],
       "bytes": 1048576}\
      """
          .formatted("0a".repeat(32));

  private static DriverCatalogue.Whole read(String os, String installers) throws Exception {
    String text;
    try (InputStream in = DriverCatalogue.class.getResourceAsStream("catalogue.json")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(text).contains(PRODUCT);
    return new DriverCatalogue(os, Map.of())
        .read(
            new JsonFile(
                "given.json",
                text.replace(PRODUCT, PRODUCT + " \"installer\": " + installers + ",")
                    .getBytes(StandardCharsets.UTF_8)));
  }

  /// No vendor's installer is shipped, and none is named by what nobody signed after the program.
  @ParameterizedTest
  @ValueSource(strings = {"Linux", "Windows 11", "Mac OS X"})
  void theProgramsOwnCatalogueNamesNone(String os) {
    assertThat(new DriverCatalogue(os, Map.of()).builtIn().installers()).isEmpty();
  }

  @Test
  void aCatalogueNamesThoseOfEachSystem() throws Exception {
    assertThat(read("Linux", "{\"linux\": " + SOUND + "}").installers())
        .containsExactly(
            Map.entry(
                "longmai-gm3000",
                new Installer(
                    "gm3000-2.1.deb",
                    URI.create("https://ca.example/gm3000-2.1.deb"),
                    "0a".repeat(32),
                    "北京世纪龙脉科技有限公司",
                    List.of("--quiet"),
                    1_048_576)));
    assertThat(read("Windows 11", "{\"linux\": " + SOUND + "}").installers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://ca.example     | http://ca.example | address: no https address
          https://ca.example     | https://u@ca.example | address: no https address
          gm3000-2.1.deb",       | ../gm3000.deb",   | file: not understood
          0a0a0a                 | 0A0A0A            | sha256: 64 hexadecimal digits
          "--quiet"              | "a; rm b"         | arguments: not understood
          """)
  void oneThatIsNotSoundIsRefusedByItsPlace(String from, String to, String why) {
    String wrong = SOUND.replaceFirst(java.util.regex.Pattern.quote(from), to);
    assertThat(wrong).isNotEqualTo(SOUND);
    // that of another system counts as well
    assertThatThrownBy(() -> read("Windows 11", "{\"linux\": " + wrong + "}"))
        .isInstanceOfSatisfying(
            DataFileException.class,
            refused -> {
              assertThat(refused.fault().details().get(1))
                  .startsWith("products[")
                  .endsWith("].installer.linux");
              assertThat(refused.fault().details().get(2)).startsWith(why);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256", "publisher", "bytes", "address", "file"})
  void oneThatLacksAPartIsRefused(String part) {
    String wrong = SOUND.replace("\"" + part + "\":", "\"" + part + "x\":");
    assertThatThrownBy(() -> read("Linux", "{\"linux\": " + wrong + "}"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("installer.linux." + part);
  }

  @Test
  void oneForASystemThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> read("Linux", "{\"bsd\": " + SOUND + "}"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("installer.bsd");
  }
}
