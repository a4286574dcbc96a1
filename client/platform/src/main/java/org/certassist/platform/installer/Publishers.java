package org.certassist.platform.installer;

import java.nio.file.Path;
import org.certassist.core.installer.Installer;
import org.certassist.core.installer.InstallerException;

/// Whom a system holds for the publisher of a file.
@FunctionalInterface
interface Publishers {
  /// Where files carry no signature that the system judges; the catalogue's SHA-256 has to do.
  Publishers UNCHECKED = (_, _) -> {};

  /// @throws InstallerException `installer.otherPublisher`, `installer.publisherUnknown`
  void check(Path file, Installer installer) throws InstallerException, InterruptedException;
}
