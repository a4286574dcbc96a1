package org.certassist.desktop.fx;

import java.nio.file.Path;
import java.util.Optional;

/// Asks for a file on this PC; empty where the user changed her mind.
public interface Asking {
  Optional<Path> open(String title);

  /// @param name proposed for the file
  Optional<Path> save(String title, String name);
}
