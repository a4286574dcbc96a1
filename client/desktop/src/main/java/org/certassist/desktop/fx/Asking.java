package org.certassist.desktop.fx;

import java.nio.file.Path;
import java.util.Optional;

/// Asks for a file on this PC; empty where the user changed her mind.
public interface Asking {
  /// @param kind the name of the kind of files, workbooks
  Optional<Path> open(String title, String kind);

  /// @param name proposed for the file
  Optional<Path> save(String title, String name);
}
