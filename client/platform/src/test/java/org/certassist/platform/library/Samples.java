package org.certassist.platform.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Real libraries out of jars, laid where a test wants them.
final class Samples {
  private Samples() {}

  /// SQLite, which is built for many systems.
  ///
  /// @param system such as `Windows/x86/sqlitejdbc.dll`
  static Path sqlite(String system, Path folder) throws IOException {
    return lay("/org/sqlite/native/" + system, folder);
  }

  /// A library of JavaFX for Windows.
  static Path javafx(String name, Path folder) throws IOException {
    return lay("/" + name, folder);
  }

  private static Path lay(String resource, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    try (InputStream in = Samples.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + resource);
      }
      Files.copy(in, file);
    }
    return file;
  }
}
