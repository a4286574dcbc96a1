package org.certassist.core.helpdesk;

import java.nio.file.Path;
import org.certassist.core.fault.FaultException;

/// Bundles as files.
public interface Bundles {
  /// Writes a file for its owner only, whole or not at all; one that is there is replaced.
  ///
  /// @throws FaultException `bundle.notWritten`
  void write(Bundle bundle, Path file) throws FaultException;

  /// Reads a file that anybody may have made: it is unpacked in memory, within bounds, and nothing
  /// of it is written to disk or executed.
  ///
  /// @throws FaultException `bundle.unreadable`, `bundle.notOne`, `bundle.newer`, `bundle.damaged`,
  ///   `bundle.tooLarge`
  Bundle read(Path file) throws FaultException;
}
