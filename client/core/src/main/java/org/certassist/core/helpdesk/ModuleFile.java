package org.certassist.core.helpdesk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// What tells one version of a driver's file from another, whatever its maker calls it.
///
/// @param size in bytes
/// @param sha256 in lower-case hexadecimal; empty where it could not be read to its end
public record ModuleFile(long size, Instant modified, String sha256) {
  /// Looks at a file without loading it.
  public interface Look {
    /// Empty where there is no file that could be read.
    Optional<ModuleFile> at(Path file);
  }
}
