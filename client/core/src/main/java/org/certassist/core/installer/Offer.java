package org.certassist.core.installer;

import java.nio.file.Path;
import java.util.Optional;

/// What can be done for a product whose driver is to be installed.
///
/// @param note why it does not come from IT's folder although there is one, or is said to be
public record Offer(Installer installer, Origin origin, Optional<InstallerFault> note) {
  /// Where the installer comes from.
  public sealed interface Origin {
    /// From the address that the catalogue names.
    record Download() implements Origin {}

    /// From IT's folder.
    record Folder(Path file) implements Origin {}

    /// It was brought here before and is the catalogue's still.
    record Here() implements Origin {}
  }
}
