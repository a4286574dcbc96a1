package org.certassist.core.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultException;

/// The port to the knowledge that counts, and to newer knowledge than the program's own.
public interface KnowledgeUpdates {
  Knowledge knowledge();

  /// Why the knowledge that lies in the home folder does not count.
  Optional<Fault> fault();

  /// Takes a newer, signed knowledge file; needs no network.
  ///
  /// @return the edition that counts from now on
  /// @throws FaultException `knowledge.…`: unsigned, altered, older or no knowledge at all; nothing
  ///   is changed
  /// @throws IOException where the home folder cannot be written
  int update(Path file) throws FaultException, IOException;
}
