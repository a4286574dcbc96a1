package org.certassist.workbook;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// Writes a file beside its place and moves it there when it is whole and on disk, so that an
/// existing file is either the old one or the new one.
final class SafeFile {
  private SafeFile() {}

  /// Writes the whole content.
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  static void write(Path out, Content content) throws WorkbookException {
    Path target = out.toAbsolutePath();
    Path part = target.resolveSibling("." + FileForm.nameOf(target) + "." + UUID.randomUUID());
    try {
      try (FileOutputStream file = new FileOutputStream(part.toFile())) {
        OutputStream buffered = new BufferedOutputStream(file, 1 << 16);
        content.writeTo(buffered);
        buffered.flush();
        file.getFD().sync();
      }
      move(part, target);
    } catch (IOException notWritten) {
      remove(part, notWritten);
      throw new WorkbookException(new FileFault.NotWritten(FileForm.nameOf(out)), notWritten);
    } catch (RuntimeException e) {
      remove(part, e);
      throw e;
    }
  }

  private static void move(Path part, Path target) throws IOException {
    if (Files.isDirectory(target)) {
      throw new IOException("a folder is in its place");
    }
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void remove(Path part, Exception why) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException alsoFailed) {
      why.addSuppressed(alsoFailed);
    }
  }
}
