package org.certassist.core.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.certassist.core.driver.RegisteredModule.Spoken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What installers enter as the path of a driver, and what of it can be tested.
class RegisteredModuleTest {
  private static boolean isLocalFile(String path) {
    return new RegisteredModule(path, Spoken.PKCS11, "a CA", List.of()).isLocalFile();
  }

  @Test
  void oneOnADriveIs() {
    assertThat(isLocalFile("C:\\Windows\\System32\\厂商 p11.dll")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "p11.dll",
        "C:p11.dll",
        "\\\\server\\share\\p11.dll",
        "C:\\a*.dll",
        "C:\\a\u0000.dll",
        "C:\\a.dll:stream"
      })
  void nothingElseIs(String path) {
    assertThat(isLocalFile(path)).isFalse();
  }

  @Test
  @EnabledOnOs(OS.WINDOWS)
  void whatWindowsTakesForNoPathIsNot() {
    assertThat(isLocalFile("C:\\vendor \\p11.dll")).isFalse();
  }
}
