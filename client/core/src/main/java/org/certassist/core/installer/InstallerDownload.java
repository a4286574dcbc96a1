package org.certassist.core.installer;

import java.io.IOException;
import java.io.OutputStream;

/// The port to servers that give out installers.
@FunctionalInterface
public interface InstallerDownload {
  /// Writes what the server sends, one byte more than the catalogue says at most.
  ///
  /// @throws InstallerException `installer.unreached`, `installer.insecure`
  /// @throws IOException where the bytes cannot be written
  /// @throws InterruptedException where it was cancelled; nothing is written any more then
  void fetch(Installer installer, OutputStream to)
      throws InstallerException, IOException, InterruptedException;
}
