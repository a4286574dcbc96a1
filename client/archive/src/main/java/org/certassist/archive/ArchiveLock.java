package org.certassist.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.certassist.core.archive.ArchiveException;
import org.certassist.core.archive.ArchiveFault;
import org.certassist.core.storage.PrivateFiles;
import org.jspecify.annotations.Nullable;

/// The claim of one process on the archive: a locked file that says who holds it.
///
/// The system drops the lock when the process ends, however it ends.
final class ArchiveLock implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int LONGEST_NAME = 200;

  /// Beyond the text, which others must be able to read while we hold the lock (Windows).
  private static final long LOCKED_BYTE = 1L << 40;

  /// Folders held by this process. The system knows processes only, and forgets a process's lock as
  /// soon as that process closes any other handle to the file.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private ArchiveLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /// Takes the lock, waiting a while for whoever holds it.
  ///
  /// @param program our name, shown to the one who waits
  /// @throws ArchiveException archive.inUse with the holder after `patience`
  static ArchiveLock take(Path folder, String program, Duration patience)
      throws IOException, ArchiveException, InterruptedException {
    Path file = folder.resolve("archive.lock");
    long end = System.nanoTime() + patience.toNanos();
    do {
      ArchiveLock lock = tryTake(folder, file, program);
      if (lock != null) {
        return lock;
      }
      Thread.sleep(POLL);
    } while (System.nanoTime() < end);
    throw new ArchiveException(ArchiveFault.of("archive.inUse", holder(folder, file)));
  }

  private static @Nullable ArchiveLock tryTake(Path folder, Path file, String program)
      throws IOException {
    if (!HELD_HERE.add(folder)) {
      return null;
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              PrivateFiles.fileAttributes());
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock != null) {
        String holder = program + ", pid " + ProcessHandle.current().pid();
        channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
        ArchiveLock taken = new ArchiveLock(folder, channel);
        channel = null;
        return taken;
      }
      HELD_HERE.remove(folder);
      return null;
    } catch (IOException failed) {
      HELD_HERE.remove(folder);
      throw failed;
    } finally {
      if (channel != null) {
        channel.close();
      }
    }
  }

  private static String holder(Path folder, Path file) throws IOException {
    if (HELD_HERE.contains(folder)) {
      return "pid " + ProcessHandle.current().pid();
    }
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LONGEST_NAME), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD_HERE.remove(folder);
  }
}
