package org.certassist.core.workbook;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// Writes a file beside its place and moves it there when it is whole and on disk, so that an
/// existing file is either the old one or the new one.
///
/// A symbolic link is followed and stays; a device, a pipe or a folder is never replaced.
public final class SafeFile {
  /// As many as Linux follows (path_resolution(7)).
  private static final int MOST_LINKS = 40;

  private SafeFile() {}

  /// Writes the whole content.
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// @throws WorkbookException [FileFault.NotAFile], or [FileFault.NotWritten] and the place is as
  ///   it was
  public static void write(Path out, Content content) throws WorkbookException {
    refuseWhatIsNoFile(out);
    try {
      replace(followed(out), content);
    } catch (IOException notWritten) {
      throw new WorkbookException(new FileFault.NotWritten(nameOf(out)), notWritten);
    }
  }

  /// Writes what is made of another file while that is being read; whichever of the two fails is
  /// the one that is named.
  ///
  /// @throws WorkbookException as [#write], or [FileFault.Unreadable] or [FileFault.Changed] of the
  ///   file that is read
  public static void writeFrom(Path in, Path out, Content content) throws WorkbookException {
    AtomicReference<IOException> ofIn = new AtomicReference<>();
    try {
      write(out, stream -> copyFrom(content, new Written(stream), ofIn));
    } catch (WorkbookException notWritten) {
      switch (ofIn.get()) {
        case ChangedFileException changed ->
            throw new WorkbookException(new FileFault.Changed(nameOf(in)), changed);
        case IOException unreadable ->
            throw new WorkbookException(new FileFault.Unreadable(nameOf(in)), unreadable);
        case null -> throw notWritten;
      }
    }
  }

  static void copyFrom(Content content, Written to, AtomicReference<IOException> ofIn)
      throws IOException {
    try {
      content.writeTo(to);
    } catch (IOException failed) {
      if (!to.failed) {
        ofIn.set(failed);
      }
      throw failed;
    }
  }

  /// What is written, and whether that failed.
  static final class Written extends OutputStream {
    private final OutputStream out;
    private boolean failed;

    Written(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int next) throws IOException {
      write(new byte[] {(byte) next}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException full) {
        failed = true;
        throw full;
      }
    }
  }

  /// A place that holds something else than a file can be refused before any work is done.
  ///
  /// @throws WorkbookException [FileFault.NotAFile]
  public static void refuseWhatIsNoFile(Path out) throws WorkbookException {
    if (Files.exists(out) && !Files.isRegularFile(out)) {
      throw new WorkbookException(new FileFault.NotAFile(nameOf(out)));
    }
  }

  /// Where a chain of symbolic links ends, whether there is a file or not.
  private static Path followed(Path out) throws IOException {
    Path place = out.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(place); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(out.toString());
      }
      place = place.resolveSibling(Files.readSymbolicLink(place));
    }
    return place;
  }

  private static void replace(Path target, Content content) throws IOException {
    Path part = target.resolveSibling("." + nameOf(target) + "." + UUID.randomUUID());
    try {
      try (FileOutputStream file = new FileOutputStream(part.toFile())) {
        OutputStream buffered = new BufferedOutputStream(file, 1 << 16);
        content.writeTo(buffered);
        buffered.flush();
        file.getFD().sync();
      }
      move(part, target);
    } catch (IOException | RuntimeException e) {
      remove(part, e);
      throw e;
    }
  }

  private static void move(Path part, Path target) throws IOException {
    keepRights(part, target);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Who could not read the old file cannot read the new one.
  private static void keepRights(Path part, Path target) throws IOException {
    boolean posix = part.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(target));
    }
  }

  private static void remove(Path part, Exception why) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException alsoFailed) {
      why.addSuppressed(alsoFailed);
    }
  }

  private static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
