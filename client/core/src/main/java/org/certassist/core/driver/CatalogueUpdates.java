package org.certassist.core.driver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;

/// The port to newer driver catalogues than the program's own.
public interface CatalogueUpdates {
  /// Which catalogue counts; editions count up.
  int edition();

  /// Why a catalogue that lies in the home folder does not count.
  Optional<Fault> fault();

  /// Takes a newer, signed catalogue; needs no network.
  ///
  /// @return the edition that counts from now on
  /// @throws FaultException `catalogue.…`: unsigned, altered, older or no catalogue at all; nothing
  ///   is changed
  /// @throws IOException where the home folder cannot be written
  int update(Path file) throws FaultException, IOException;
}
