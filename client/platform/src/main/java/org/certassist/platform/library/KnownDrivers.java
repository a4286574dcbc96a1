package org.certassist.platform.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.storage.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The memory of driver files that did their work: what was in them, and whether they carried a
/// code signature.
///
/// One file is one line: its SHA-256, `signed` or `unsigned`, and its path.
final class KnownDrivers {
  /// @param signed whether it carried a code signature
  record Print(String sha256, boolean signed) {}

  private static final Logger LOG = LoggerFactory.getLogger(KnownDrivers.class);
  private static final int MOST_LINES = 1000;

  private final Path memory;
  private final Map<Path, Print> known = new LinkedHashMap<>();

  /// @param memory a file, which need not exist
  KnownDrivers(Path memory) {
    this.memory = memory;
    read();
  }

  synchronized Optional<Print> of(Path file) {
    return Optional.ofNullable(known.get(file));
  }

  synchronized void remember(Path file, Print print) {
    if (!print.equals(known.put(file, print))) {
      write();
    }
  }

  private void read() {
    if (!Files.isRegularFile(memory)) {
      return;
    }
    try (var lines = Files.lines(memory, StandardCharsets.UTF_8)) {
      lines.limit(MOST_LINES).forEach(this::line);
    } catch (IOException | java.io.UncheckedIOException e) {
      LOG.warn("the memory of driver files {} cannot be read; it starts empty", memory, e);
    }
  }

  private void line(String line) {
    String[] fields = line.split(" ", 3);
    boolean whole =
        fields.length == 3 && fields[0].matches("[0-9a-f]{64}") && fields[1].matches("(un)?signed");
    if (whole) {
      known.put(Path.of(fields[2]), new Print(fields[0], fields[1].equals("signed")));
    } else {
      LOG.warn("a line of the memory of driver files is not readable");
    }
  }

  private void write() {
    try {
      PrivateFiles.writeLines(memory, known.entrySet().stream().map(KnownDrivers::line).toList());
    } catch (IOException e) {
      LOG.warn("the memory of driver files {} cannot be written", memory, e);
    }
  }

  private static String line(Map.Entry<Path, Print> entry) {
    return entry.getValue().sha256()
        + (entry.getValue().signed() ? " signed " : " unsigned ")
        + entry.getKey();
  }
}
