package org.certassist.keys.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.storage.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the key files lie that the user opened, kept from one start to the next: one path a line
/// and nothing else.
public final class KeyFileMemory {
  private static final Logger LOG = LoggerFactory.getLogger(KeyFileMemory.class);

  /// More than anybody has; a list that somebody else wrote is not believed beyond it.
  private static final int MOST = 100;

  private final Path memory;

  private KeyFileMemory(Path memory) {
    this.memory = memory;
  }

  /// @param file need not exist
  public static KeyFileMemory keptIn(Path file) {
    return new KeyFileMemory(file);
  }

  /// In the order in which they were opened; none where the list cannot be read.
  List<Path> files() {
    if (!Files.isRegularFile(memory)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(memory, StandardCharsets.UTF_8)) {
      return lines
          .limit(MOST)
          .map(KeyFileMemory::path)
          .flatMap(Optional::stream)
          .distinct()
          .toList();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      LOG.warn("the list of key files cannot be read; it starts empty", unreadable);
      return List.of();
    }
  }

  private static Optional<Path> path(String line) {
    try {
      return Optional.of(Path.of(line)).filter(Path::isAbsolute);
    } catch (InvalidPathException otherSystems) {
      LOG.warn("a line of the list of key files is no path", otherSystems);
      return Optional.empty();
    }
  }

  /// A list that cannot be written is not needed before the next start.
  void keep(List<Path> files) {
    try {
      PrivateFiles.writeLines(
          memory, files.stream().map(Path::toString).filter(KeyFileMemory::isOneLine).toList());
    } catch (IOException unwritten) {
      LOG.warn("the list of key files cannot be written", unwritten);
    }
  }

  private static boolean isOneLine(String path) {
    return path.lines().count() == 1;
  }
}
