package org.certassist.core.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteFromTest {
  @TempDir private Path folder;
  private Path in;
  private Path out;

  @BeforeEach
  void twoFiles() throws IOException {
    in = Files.writeString(folder.resolve("in.txt"), "in");
    out = Files.writeString(folder.resolve("out.txt"), "old");
  }

  private FileFault fault(SafeFile.Content content) {
    return (FileFault)
        catchThrowableOfType(WorkbookException.class, () -> SafeFile.writeFrom(in, out, content))
            .fault();
  }

  @Test
  void whatIsReadIsNamedWhereReadingFailsAndTheOldFileStays() throws Exception {
    assertThat(
            fault(to -> {
              to.write(1);
              throw new IOException("Input/output error");
            }))
        .isEqualTo(new FileFault.Unreadable("in.txt"));
    assertThat(
            fault(to -> {
              to.write(1);
              throw new ChangedFileException("it grew");
            }))
        .isEqualTo(new FileFault.Changed("in.txt"));
    assertThat(out).hasContent("old");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(in, out);
    }
  }

  @Test
  void whatIsWrittenIsNamedWhereWritingFails() {
    out = folder.resolve("absent/out.txt");
    assertThat(fault(to -> to.write(1))).isEqualTo(new FileFault.NotWritten("out.txt"));

    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int next) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    AtomicReference<IOException> ofIn = new AtomicReference<>();
    assertThatThrownBy(() -> SafeFile.copyFrom(to -> to.write(1), new SafeFile.Written(full), ofIn))
        .hasMessage("No space left on device");
    assertThat(ofIn).hasNullValue();
  }

  @Test
  void whatGoesWellIsWritten() throws Exception {
    SafeFile.writeFrom(in, out, to -> Files.copy(in, to));

    assertThat(out).hasContent("in");
  }
}
