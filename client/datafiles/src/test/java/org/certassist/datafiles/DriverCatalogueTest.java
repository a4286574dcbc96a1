package org.certassist.datafiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.certassist.core.key.Driver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverCatalogueTest {
  @Test
  void softHsmLiesAtDebiansPathAndIsToldItsConfiguration() {
    Map<String, String> environment =
        Map.of("SOFTHSM2_CONF", "/tmp/s.conf", "LD_PRELOAD", "/tmp/evil.so");
    Driver softHsm = driver(new DriverCatalogue("Linux", environment), "softhsm2");
    assertThat(softHsm.paths()).first().isEqualTo(Path.of("/usr/lib/softhsm/libsofthsm2.so"));
    assertThat(softHsm.variables()).containsOnly(Map.entry("SOFTHSM2_CONF", "/tmp/s.conf"));
    assertThat(softHsm.kind()).isEqualTo(Driver.Interface.PKCS11);
  }

  @Test
  void aVariableThatIsNotSetIsNotPassedOn() {
    assertThat(driver(new DriverCatalogue("Linux", Map.of()), "softhsm2").variables()).isEmpty();
  }

  @Test
  void aFileNameIsLookedForInTheSystemsFoldersOnly() {
    assertThat(driver(new DriverCatalogue("Linux", Map.of()), "longmai-gm3000").paths())
        .contains(Path.of("/usr/lib/x86_64-linux-gnu/libgm3000_pkcs11.so"))
        .allMatch(Path::isAbsolute);
  }

  @Test
  void idsAreStable() {
    assertThat(new DriverCatalogue("Linux", Map.of()).drivers())
        .extracting(Driver::id)
        .containsExactly(
            "softhsm2",
            "opensc",
            "longmai-gm3000",
            "feitian-epass3000gm",
            "feitian-epass3000",
            "feitian-epass2003",
            "watchdata-watchkey",
            "watchdata-proxkey");
    assertThat(new DriverCatalogue("Windows 11", Map.of("SYSTEMROOT", "C:\\Windows")).drivers())
        .extracting(Driver::id)
        .contains("opensc", "longmai-gm3000", "haitai-haikey", "excelsecu", "cidc")
        .doesNotContain("softhsm2");
  }

  @Test
  void windowsFoldersComeFromTheEnvironmentWhateverItsCase() {
    assertThat(
            driver(
                    new DriverCatalogue("Windows 11", Map.of("SYSTEMROOT", "C:\\Windows")),
                    "longmai-gm3000")
                .paths())
        .extracting(Path::toString)
        .first()
        .isEqualTo("C:\\Windows\\System32\\gm3000_pkcs11.dll");
    assertThat(new DriverCatalogue("Windows 11", Map.of()).drivers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"./here/evil.so", "lib/evil.so", "../evil.so"})
  void aRelativePathIsRefused(String path) {
    assertThatThrownBy(() -> new DriverCatalogue("Linux", Map.of()).read(catalogueWith(path)))
        .isInstanceOfSatisfying(
            DataFileException.class,
            refused ->
                assertThat(refused.fault())
                    .isEqualTo(
                        DataFault.of(
                            "data.invalid", "test", "drivers[0].paths", "not absolute: " + path)));
  }

  private static Driver driver(DriverCatalogue catalogue, String id) {
    List<Driver> found =
        catalogue.drivers().stream().filter(driver -> driver.id().equals(id)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static JsonFile catalogueWith(String path) {
    String text =
        """
        {"version": 1, "source": {"document": "test", "date": "2026"},
         "folders": {"linux": ["/usr/lib"], "windows": [], "macos": []},
         "drivers": [{"id": "x", "product": "X",
                      "paths": {"linux": ["PATH"], "windows": [], "macos": []}}]}
        """;
    return new JsonFile("test", text.replace("PATH", path).getBytes(StandardCharsets.UTF_8));
  }
}
