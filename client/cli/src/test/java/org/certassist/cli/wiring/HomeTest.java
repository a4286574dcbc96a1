package org.certassist.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeTest {
  private static final Path USER = Path.of("/home/li");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # system,   variable,      value,      folder
          Linux,      XDG_DATA_HOME, /data/li,   /data/li/certassist
          Linux,      XDG_DATA_HOME, '',         /home/li/.local/share/certassist
          Linux,      XDG_DATA_HOME, data,       /home/li/.local/share/certassist
          Linux,      HOME,          /x,         /x/.local/share/certassist
          Linux,      HOME,          x,          /home/li/.local/share/certassist
          Mac OS X,   HOME,          /x,         /x/Library/Application Support/certassist
          Windows 11, HOME,          /x,         /home/li/AppData/Local/certassist
          Windows 11, LOCALAPPDATA,  /c/local,   /c/local/certassist
          Windows 10, OTHER,         x,          /home/li/AppData/Local/certassist
          Mac OS X,   OTHER,         x,          /home/li/Library/Application Support/certassist
          """)
  void liesWhereTheSystemKeepsApplicationData(
      String system, String variable, String value, String folder) {
    assertThat(Home.of(Optional.empty(), Map.of(variable, value), system, USER).folder())
        .isEqualTo(Path.of(folder));
  }

  @ParameterizedTest
  @CsvSource({"/elsewhere/x, /elsewhere/x", "/a/../b, /b"})
  void liesWhereItWasAskedFor(Path asked, Path folder) {
    assertThat(Home.of(Optional.of(asked), Map.of(), "Linux", USER).folder()).isEqualTo(folder);
  }
}
