package org.certassist.desktop.key;

import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.fault.Fault;

/// What is being done with a key file.
public sealed interface KeyFileWork {
  record None() implements KeyFileWork {}

  /// It is being looked at, or opened with its password.
  record Opening(Path file) implements KeyFileWork {}

  /// It cannot be used as a key.
  record Unusable(Path file, Fault fault) implements KeyFileWork {}

  /// Its password is asked for.
  ///
  /// @param trouble why the last one did not do
  record Asking(Path file, Optional<Fault> trouble) implements KeyFileWork {}

  /// The file that it is about.
  default Optional<Path> about() {
    return switch (this) {
      case None _ -> Optional.empty();
      case Opening(Path file) -> Optional.of(file);
      case Unusable(Path file, _) -> Optional.of(file);
      case Asking(Path file, _) -> Optional.of(file);
    };
  }
}
