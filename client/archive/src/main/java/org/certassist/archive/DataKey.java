package org.certassist.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.storage.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file with the archive's data key, made once in the archive's life.
///
/// While the first start is under way it is called `archive.key.new`; it gets its name when the
/// database stands. So a missing key or a missing database is told apart from an unfinished first
/// start, and neither is ever made anew beside the other.
final class DataKey {
  private static final Logger LOG = LoggerFactory.getLogger(DataKey.class);
  private static final int LENGTH = 32;

  private final Path home;
  private final Path file;
  private final Path unfinished;
  private final Path mark;

  DataKey(Path home) {
    this.home = home;
    this.file = home.resolve("archive.key");
    this.unfinished = home.resolve("archive.key.new");
    this.mark = home.resolve("archive.made");
  }

  /// Whether the archive has never been opened before, or its first start did not come to an end.
  boolean isFirstStart(Path database) {
    return !Files.exists(file) && (!Files.exists(database) || Files.exists(unfinished));
  }

  /// Whether an archive was in force in this folder once.
  ///
  /// Neither logs nor the lock file say so: both are there before the first archive is.
  boolean wasInForce() {
    return Files.exists(mark);
  }

  /// Leaves a sign that an archive is in force here, so that one that is gone altogether is missed.
  /// An archive that has none yet is used all the same.
  void leaveMark() {
    try {
      PrivateFiles.touch(mark);
    } catch (IOException none) {
      LOG.warn("no mark beside the archive: {}", none.getMessage());
    }
  }

  /// Makes a key that is not in force before [#putInForce].
  void begin() throws IOException {
    byte[] key = new byte[LENGTH];
    new SecureRandom().nextBytes(key);
    Files.deleteIfExists(unfinished);
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PrivateFiles.fileAttributes())) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
    PrivateFiles.syncFolder(home);
  }

  void putInForce() throws IOException {
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    PrivateFiles.syncFolder(home);
  }

  Seal readUnfinished() throws IOException, ArchiveException {
    return read(unfinished);
  }

  /// @throws ArchiveException archive.keyMissing
  Seal read() throws IOException, ArchiveException {
    if (!Files.exists(file)) {
      throw missing();
    }
    PrivateFiles.makePrivate(file);
    return read(file);
  }

  ArchiveException missing() {
    return new ArchiveException(ArchiveFault.of("archive.keyMissing", file.toString()));
  }

  private Seal read(Path from) throws IOException, ArchiveException {
    byte[] key;
    try (var in = Files.newInputStream(from)) {
      key = in.readNBytes(LENGTH + 1);
    }
    try {
      if (key.length != LENGTH) {
        throw missing();
      }
      return new Seal(key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
