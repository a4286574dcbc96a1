package org.certassist.core.detection;

import java.util.Optional;

/// The port to when this PC was started.
public interface PcStart {
  /// Where the system does not tell.
  PcStart UNTOLD = Optional::empty;

  /// A mark of this run of the PC: another after each restart, the same until then. A line without
  /// blanks.
  Optional<String> mark();
}
