package org.certassist.core.driver;

import java.nio.file.Path;
import java.util.Set;

/// What looking at a driver's file, before loading it, gave.
public sealed interface FileFinding {
  /// Nothing speaks against loading it.
  ///
  /// @param real the file behind all symbolic links: the one that was looked at, and the one to
  ///   load
  record Sound(Path real) implements FileFinding {}

  /// It was built for other processors than this program.
  record WrongMachine(Set<Machine> machines) implements FileFinding {
    public WrongMachine {
      machines = Set.copyOf(machines);
    }
  }

  /// @param where the file, or the folder on the way to it, that is in doubt
  record Doubtful(Doubt doubt, Path where) implements FileFinding {}

  /// No library of this system, or a damaged one.
  ///
  /// @param reason technical, for the log and the helpdesk
  record Unreadable(String reason) implements FileFinding {}
}
