package org.certassist.core.installer;

import java.nio.file.Path;

/// The port to the system that runs an installer.
public interface InstallerStart {
  /// Whether files of this kind can be started here.
  boolean knows(Installer installer);

  /// Whom the system holds for the file's publisher, where it has code signatures.
  ///
  /// @throws InstallerException `installer.otherPublisher`, `installer.publisherUnknown`
  void checkPublisher(Path file, Installer installer)
      throws InstallerException, InterruptedException;

  /// Starts it and waits for its end. One that takes too long, or is not waited for any more, goes
  /// on: half an installation is worse than a late one.
  ///
  /// @throws InstallerException `installer.notStarted`, `installer.noRights`, `installer.declined`,
  ///   `installer.failed`, `installer.stillRunning`
  End run(Path file, Installer installer) throws InstallerException, InterruptedException;

  /// What came of it.
  enum End {
    INSTALLED,
    /// Another program of the system goes on with it and does not say how it ends.
    HANDED_ON
  }
}
