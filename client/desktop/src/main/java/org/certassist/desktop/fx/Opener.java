package org.certassist.desktop.fx;

import java.net.URI;
import java.nio.file.Path;
import org.certassist.core.fault.FaultException;

/// Shows a folder, a file or a web page with the PC's own programs.
public interface Opener {
  void folder(Path folder) throws FaultException, InterruptedException;

  /// Shows a file with the program that the system opens such files with.
  void file(Path file) throws FaultException, InterruptedException;

  void page(URI page) throws FaultException, InterruptedException;
}
