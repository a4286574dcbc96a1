package org.certassist.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsItsOwnersOnly() throws Exception {
    Path made = PrivateFiles.folder(folder.resolve("a/b"));
    Path file = made.resolve("file");
    Files.writeString(file, "before");

    PrivateFiles.write(file, new byte[] {1, 2});

    assertThat(rights(made)).isEqualTo("rwx------");
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2);
    assertThat(made).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void linesAreTheirOwnersOnlyAndSoIsTheFolderThatIsMadeForThem() throws Exception {
    Path file = folder.resolve("home/drivers.txt");

    PrivateFiles.writeLines(file, List.of("第一行", "second"));

    assertThat(rights(folder.resolve("home"))).isEqualTo("rwx------");
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(file).hasContent("第一行\nsecond\n");
    PrivateFiles.writeLines(file, List.of());
    assertThat(file).isEmptyFile();
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws Exception {
    Path taken = folder.resolve("taken");
    Files.createDirectories(taken.resolve("full"));

    assertThatThrownBy(() -> PrivateFiles.write(taken, new byte[] {1}))
        .isInstanceOf(IOException.class);

    assertThat(folder).isDirectoryNotContaining("glob:**.new");
    assertThat(taken.resolve("full")).exists();
  }

  @Test
  void touchingLeavesContentAlone() throws Exception {
    Path file = PrivateFiles.touch(folder.resolve("lock"));
    assertThat(file).isEmptyFile();
    assertThat(rights(file)).isEqualTo("rw-------");
    Files.writeString(file, "held");

    PrivateFiles.touch(file);

    assertThat(file).hasContent("held");
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
