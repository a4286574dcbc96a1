package org.certassist.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test that leaves a temporary file of POI's behind.
final class NothingTemporary implements BeforeEachCallback, AfterEachCallback {
  private List<Path> before = List.of();

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    before = files();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    assertThat(files()).isEqualTo(before);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("poi"))
          .sorted()
          .toList();
    }
  }
}
