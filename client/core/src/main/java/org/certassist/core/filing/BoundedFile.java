package org.certassist.core.filing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// A file read whole, and never more of it than fits, even where it grows meanwhile.
final class BoundedFile {
  private BoundedFile() {}

  /// @param tooLarge what is said where it has more bytes
  /// @throws FaultException that, or `file.unreadable`
  static byte[] read(Path file, int largest, Supplier<? extends Fault> tooLarge)
      throws FaultException {
    if (!Files.isRegularFile(file)) {
      throw new WorkbookException(new FileFault.Unreadable(file.toString()));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw new FaultException(tooLarge.get());
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new WorkbookException(new FileFault.Unreadable(file.toString()), unreadable);
    }
  }
}
