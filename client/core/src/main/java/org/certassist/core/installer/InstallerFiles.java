package org.certassist.core.installer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/// The port to installers on the disk: IT's folder, and the private one that they are started from.
public interface InstallerFiles {
  /// The installer in IT's folder, whatever it is called there, found by its bytes.
  Optional<Path> find(Path folder, Installer installer);

  /// The installer in the private folder, where its bytes are the catalogue's at this moment.
  Optional<Path> ready(Installer installer);

  /// Takes an installer into the private folder. It is there whole and with the catalogue's bytes,
  /// or not at all.
  ///
  /// @throws InstallerException `installer.notTheFile`, `installer.notKept`,
  ///   `installer.folderShared`, and what the filling throws
  Path keep(Installer installer, Filling filling) throws InstallerException, InterruptedException;

  /// Another place's file as what an installer is filled with.
  Filling copyOf(Path file);

  /// Takes it out of the private folder again.
  void forget(Installer installer);

  /// Writes an installer's bytes.
  @FunctionalInterface
  interface Filling {
    void fill(OutputStream to) throws InstallerException, IOException, InterruptedException;
  }
}
