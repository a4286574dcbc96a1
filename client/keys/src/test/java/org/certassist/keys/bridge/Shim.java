package org.certassist.keys.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.certassist.core.key.Driver;

/// The misbehaving driver of `src/test/c/shim.c`, compiled, in front of SoftHSM2.
record Shim(Path library, Path folder, TestToken token) {

  static Shim compile(Path folder, TestToken token) throws IOException, InterruptedException {
    Path library = folder.resolve("shim.so");
    Process gcc =
        new ProcessBuilder(
                "gcc",
                "-Wall",
                "-Werror",
                "-shared",
                "-fPIC",
                "-o",
                library.toString(),
                Path.of("src/test/c/shim.c").toAbsolutePath().toString(),
                "-ldl")
            .inheritIO()
            .start();
    assertThat(gcc.waitFor()).as("gcc is installed by ./verify").isZero();
    return new Shim(library, folder, token);
  }

  /// @param spoiling pairs of names and values as `shim.c` lists them
  Driver driver(String... spoiling) {
    Map<String, String> variables = new HashMap<>(token.softHsm().variables());
    variables.put("SHIM_REAL", SoftHsm.MODULE.toString());
    for (int i = 0; i < spoiling.length; i += 2) {
      variables.put(spoiling[i], spoiling[i + 1]);
    }
    return new Driver("shim", "misbehaving", Driver.Interface.PKCS11, List.of(library), variables);
  }

  /// Spoils one function until the file that is returned with it is used up.
  Driver once(String function, String fault) throws IOException {
    Path once = Files.createTempFile(folder, "once", "");
    return driver("SHIM_FUNCTION", function, "SHIM_FAULT", fault, "SHIM_ONCE", once.toString());
  }
}
