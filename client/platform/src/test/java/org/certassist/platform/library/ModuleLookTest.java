package org.certassist.platform.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.certassist.core.helpdesk.ModuleFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleLookTest {
  @TempDir Path folder;

  @Test
  void tellsOneFileFromAnother() throws Exception {
    Instant then = Instant.parse("2024-05-06T07:08:09Z");
    Path file = Files.writeString(folder.resolve("lib.so"), "abc");
    Files.setLastModifiedTime(file, FileTime.from(then));

    // The digest of "abc" in FIPS 180-4.
    assertThat(new ModuleLook().at(file))
        .contains(
            new ModuleFile(
                3, then, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    assertThat(new ModuleLook().at(folder)).isEmpty();
    assertThat(new ModuleLook().at(folder.resolve("none"))).isEmpty();
  }
}
