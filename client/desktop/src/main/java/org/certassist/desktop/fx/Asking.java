package org.certassist.desktop.fx;

import java.nio.file.Path;
import java.util.Optional;

/// Asks for a file on this PC, or for a yes; empty or false where the user changed her mind.
public interface Asking {
  /// @param kind the files that are offered
  Optional<Path> open(String title, FileKind kind);

  /// @param name proposed for the file
  Optional<Path> save(String title, String name);

  /// Where dialogs open from now on: beside the file that is being worked on.
  void beside(Path file);

  /// Whether to do what cannot be undone.
  boolean confirm(Question question);

  /// @param detail what it is about
  /// @param act the name of the button that does it
  /// @param leave the name of the button that leaves everything as it is
  record Question(String title, String detail, String act, String leave) {}
}
