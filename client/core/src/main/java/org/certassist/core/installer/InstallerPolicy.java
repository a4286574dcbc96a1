package org.certassist.core.installer;

import java.nio.file.Path;

/// The port to what the company's IT has laid down for this PC, where only an administrator can
/// write.
@FunctionalInterface
public interface InstallerPolicy {
  /// Where nothing is laid down.
  InstallerPolicy NONE = Rule.Nothing::new;

  Rule read();

  /// What is laid down.
  sealed interface Rule {
    record Nothing() implements Rule {}

    /// Installers are taken from here before anything is downloaded.
    ///
    /// @param place absolute; it need not exist
    record Folder(Path place) implements Rule {}

    /// Something lies there that is not followed: `installer.policyIgnored`.
    record Ignored(InstallerFault why) implements Rule {}
  }
}
