package org.certassist.keys.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Pin;

/// SoftHSM2 with its tokens in a folder of the test's own.
public record SoftHsm(Path folder) {
  public static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  public static final String PIN = "135790";

  static SoftHsm in(Path folder) throws IOException {
    assertThat(MODULE).as("softhsm2 is installed by ./verify").exists();
    Path tokens = Files.createDirectories(folder.resolve("tokens"));
    Files.writeString(
        folder.resolve("softhsm2.conf"),
        "directories.tokendir = %s\nlog.level = ERROR\n".formatted(tokens));
    return new SoftHsm(folder);
  }

  public Driver driver() {
    return driver(MODULE);
  }

  /// SoftHSM2 seen through another file.
  public Driver driver(Path module) {
    return new Driver(
        "softhsm2", "SoftHSM2", Driver.Interface.PKCS11, List.of(module), variables());
  }

  public Map<String, String> variables() {
    return Map.of("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
  }

  static Pin pin(String text) {
    return Pin.ofUtf8(text.getBytes(UTF_8));
  }
}
