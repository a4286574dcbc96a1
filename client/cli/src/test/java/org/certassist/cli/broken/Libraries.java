package org.certassist.cli.broken;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Files that stand in a driver's place: real libraries out of jars, and some that are compiled.
final class Libraries {
  private Libraries() {}

  /// SQLite for another system, out of its jar.
  static Path sqlite(String system, Path file) throws IOException {
    try (InputStream in = Libraries.class.getResourceAsStream("/org/sqlite/native/" + system)) {
      Files.copy(Objects.requireNonNull(in, system), file);
    }
    return file;
  }

  /// A library without any function of a driver's.
  static Path empty(Path library, String... flags) throws IOException, InterruptedException {
    Path source = Files.writeString(library.resolveSibling(library.getFileName() + ".c"), "");
    List<String> command = new ArrayList<>(List.of("gcc", "-shared", "-fPIC", "-o"));
    command.addAll(List.of(library.toString(), source.toString(), "-Wl,--no-as-needed"));
    command.addAll(List.of(flags));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("gcc failed for " + library);
    }
    return library;
  }

  /// A library that needs another one, which is not there any more.
  static Path lackingAnother(Path library) throws IOException, InterruptedException {
    Path other = empty(library.resolveSibling("libvendor_base.so"));
    Path needing = empty(library, "-L" + library.getParent(), "-l:libvendor_base.so");
    Files.delete(other);
    return needing;
  }
}
