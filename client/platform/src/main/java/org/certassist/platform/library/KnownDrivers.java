package org.certassist.platform.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

  /// A memory so large is none of ours.
  private static final long LARGEST = 1 << 20;

  private final Path memory;

  /// @param memory a file, which need not exist
  KnownDrivers(Path memory) {
    this.memory = memory;
  }

  /// Empty also where the memory cannot be read.
  synchronized Optional<Print> of(Path file) {
    try {
      return Optional.ofNullable(read().get(file));
    } catch (IOException e) {
      LOG.warn("the memory of driver files {} cannot be read", memory, e);
      return Optional.empty();
    }
  }

  /// Read anew each time, since other programs of this kind may have learnt more; what cannot be
  /// read is not written over.
  synchronized void remember(Path file, Print print) {
    try {
      Map<Path, Print> known = read();
      if (!print.equals(known.put(file, print))) {
        PrivateFiles.writeLines(memory, known.entrySet().stream().map(KnownDrivers::line).toList());
      }
    } catch (IOException e) {
      LOG.warn("the memory of driver files {} cannot be kept", memory, e);
    }
  }

  private Map<Path, Print> read() throws IOException {
    Map<Path, Print> known = new LinkedHashMap<>();
    if (!Files.exists(memory)) {
      return known;
    }
    if (!Files.isRegularFile(memory) || Files.size(memory) > LARGEST) {
      throw new IOException("no file of ours");
    }
    try (var lines = Files.lines(memory, StandardCharsets.UTF_8)) {
      lines.limit(MOST_LINES).forEach(line -> line(line, known));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return known;
  }

  private static void line(String line, Map<Path, Print> known) {
    String[] fields = line.split(" ", 3);
    boolean whole =
        fields.length == 3 && fields[0].matches("[0-9a-f]{64}") && fields[1].matches("(un)?signed");
    try {
      if (whole && Path.of(fields[2]).isAbsolute()) {
        known.put(Path.of(fields[2]), new Print(fields[0], fields[1].equals("signed")));
        return;
      }
    } catch (InvalidPathException noName) {
      LOG.debug("no path", noName);
    }
    LOG.warn("a line of the memory of driver files is not readable");
  }

  private static String line(Map.Entry<Path, Print> entry) {
    return entry.getValue().sha256()
        + (entry.getValue().signed() ? " signed " : " unsigned ")
        + entry.getKey();
  }
}
