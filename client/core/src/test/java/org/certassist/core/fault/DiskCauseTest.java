package org.certassist.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskCauseTest {
  @TempDir private Path folder;

  @Test
  void aFileWhereAFolderShouldBe() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThat(of(() -> Files.createDirectories(file))).isEqualTo(DiskCause.OCCUPIED);
    assertThat(of(() -> Files.createDirectories(file.resolve("below"))))
        .isEqualTo(DiskCause.OCCUPIED);
    assertThat(of(() -> Files.writeString(folder, ""))).isEqualTo(DiskCause.OCCUPIED);
  }

  @Test
  void nothingThere() {
    assertThat(of(() -> Files.readString(folder.resolve("none")))).isEqualTo(DiskCause.MISSING);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDisk() {
    assertThat(of(() -> Files.writeString(Path.of("/dev/full"), "x"))).isEqualTo(DiskCause.FULL);
  }

  @ParameterizedTest
  @CsvSource({
    "Read-only file system, READ_ONLY",
    "只读文件系统, READ_ONLY",
    "设备上没有空间, FULL",
    "Input/output error, OTHER",
    ", OTHER"
  })
  void whatTheSystemSays(String message, DiskCause cause) {
    assertThat(DiskCause.of(new IOException(message))).isEqualTo(cause);
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static DiskCause of(Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException failed) {
      return DiskCause.of(failed);
    }
    throw new AssertionError("it did not fail");
  }
}
