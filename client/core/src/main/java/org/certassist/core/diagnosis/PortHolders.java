package org.certassist.core.diagnosis;

import java.util.Optional;

/// The port to the system's list of who listens where on this PC.
@FunctionalInterface
public interface PortHolders {
  /// A program that listens.
  ///
  /// @param program its file name; empty where the system does not tell it to this user
  record Holder(Optional<String> program) {}

  /// Who takes connections from this PC on a TCP port; empty where nobody does, or where that
  /// cannot be told. It may take seconds.
  Optional<Holder> on(int port);
}
