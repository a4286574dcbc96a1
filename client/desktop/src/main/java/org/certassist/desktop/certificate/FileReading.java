package org.certassist.desktop.certificate;

import java.nio.file.Path;
import org.certassist.core.fault.Fault;

/// What became of the file that she wants to look into.
public sealed interface FileReading {
  record None() implements FileReading {}

  record Reading(Path file) implements FileReading {}

  /// It could not be used; what was in the list before is still there.
  record Unusable(Path file, Fault fault) implements FileReading {}
}
