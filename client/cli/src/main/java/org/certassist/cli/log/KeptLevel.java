package org.certassist.cli.log;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.storage.PrivateFiles;

/// The level that counts at the next start: one word in `logs/level.txt`, the usual one where there
/// is none.
record KeptLevel(Path file) {
  private static final int LONGEST = 16;

  static KeptLevel in(Path folder) {
    return new KeptLevel(folder.resolve("level.txt"));
  }

  /// What cannot be read or understood is the usual level: the log is not yet there to say so.
  Level level() {
    if (!Files.isRegularFile(file)) {
      return ofLibrary(LogBook.Level.INFO);
    }
    try (InputStream in = Files.newInputStream(file)) {
      String word = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
      return ofLibrary(LogBook.Level.of(word).orElse(LogBook.Level.INFO));
    } catch (IOException unreadable) {
      return ofLibrary(LogBook.Level.INFO);
    }
  }

  /// The usual one needs no file.
  void keep(LogBook.Level level) throws IOException {
    if (level == LogBook.Level.INFO) {
      Files.deleteIfExists(file);
    } else {
      PrivateFiles.folder(Optional.ofNullable(file.getParent()).orElseThrow());
      PrivateFiles.write(file, (level.word() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  static Level ofLibrary(LogBook.Level level) {
    return switch (level) {
      case WARN -> Level.WARN;
      case INFO -> Level.INFO;
      case DEBUG -> Level.DEBUG;
    };
  }
}
