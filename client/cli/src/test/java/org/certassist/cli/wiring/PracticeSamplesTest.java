package org.certassist.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeSamplesTest {
  @TempDir Path folder;

  private Path write(String content) throws Exception {
    return new PracticeSamples(folder)
        .write(
            "sample",
            file -> {
              try {
                Files.writeString(file, content);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  @Test
  void aSampleNobodyTouchedIsReplaced() throws Exception {
    assertThat(write("first")).isEqualTo(folder.resolve("sample.xlsx"));
    assertThat(write("second")).isEqualTo(folder.resolve("sample.xlsx")).hasContent("second");
  }

  @Test
  void whatSomebodyWorkedInIsLeftAlone() throws Exception {
    Path hers = write("first");
    Files.writeString(hers, "her people");
    Path fresh = write("second");
    assertThat(fresh).isEqualTo(folder.resolve("sample-2.xlsx")).hasContent("second");
    assertThat(hers).hasContent("her people");
    assertThat(write("third")).isEqualTo(fresh).hasContent("third");
  }

  @Test
  void aFileOfUnknownOriginIsLeftAlone() throws Exception {
    Path earlier = Files.writeString(folder.resolve("sample.xlsx"), "from an earlier version");
    assertThat(write("new")).isEqualTo(folder.resolve("sample-2.xlsx"));
    assertThat(earlier).hasContent("from an earlier version");
  }
}
