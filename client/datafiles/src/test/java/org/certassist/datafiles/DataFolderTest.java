package org.certassist.datafiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void itsFilesStandInTheOrderOfTheirNames() throws Exception {
    Path b = Files.createFile(folder.resolve("b.json"));
    Path a = Files.createFile(folder.resolve("a.json"));
    Files.createFile(folder.resolve("a.xlsx"));

    assertThat(DataFolder.read(folder)).isEqualTo(new DataFolder(List.of(a, b), List.of()));
    assertThat(DataFolder.read(folder.resolve("missing")))
        .isEqualTo(new DataFolder(List.of(), List.of()));
  }

  @Test
  void whatBreaksOffHalfWayIsNotTakenForTheWhole() {
    assertThat(DataFolder.read(folder, _ -> breakingOff()))
        .isEqualTo(
            new DataFolder(List.of(), List.of(DataFault.of("data.unreadable", folder.toString()))));
  }

  private DirectoryStream<Path> breakingOff() {
    Iterator<Path> paths =
        IntStream.range(0, 3)
            .mapToObj(file -> {
              if (file == 2) {
                throw new DirectoryIteratorException(new IOException("gone"));
              }
              return folder.resolve(file + ".json");
            })
            .iterator();
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return paths;
      }

      @Override
      public void close() {}
    };
  }
}
