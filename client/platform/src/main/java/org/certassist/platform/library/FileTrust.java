package org.certassist.platform.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.driver.FileFinding;

/// Who else than the user and the administrators could have put a file where it lies.
interface FileTrust {
  /// The first doubt on the way to a file, from the file itself up to the root; both ways are
  /// walked, the one with symbolic links and the one behind them.
  Optional<FileFinding.Doubtful> doubt(Path file) throws IOException;

  /// Whether only administrators can change it.
  boolean isAdministratorsAlone(Path file) throws IOException;
}
