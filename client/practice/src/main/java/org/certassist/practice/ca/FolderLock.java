package org.certassist.practice.ca;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.certassist.core.storage.PrivateFiles;

/// A held lock file: one maker at a time works in its folder, among processes and among threads.
public final class FolderLock implements AutoCloseable {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits until the lock is free and takes it.
  ///
  /// @throws FileLockInterruptionException when interrupted while waiting
  public static FolderLock take(Path file) throws IOException {
    FileChannel channel = FileChannel.open(PrivateFiles.touch(file), StandardOpenOption.WRITE);
    boolean held = false;
    try {
      held = acquire(channel).isValid();
      return new FolderLock(channel);
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  private static FileLock acquire(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException heldByAThreadOfOurs) {
        try {
          Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          throw new FileLockInterruptionException();
        }
      }
    }
  }

  /// Closing the channel gives the lock back.
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
