package org.certassist.platform.repair;

import java.io.IOException;
import java.util.List;

/// The port to a program of the system that is run to its end.
@FunctionalInterface
public interface SystemCommand {
  /// @return its exit value
  /// @throws IOException where there is no such program, or it does not come to an end
  int run(List<String> command) throws IOException, InterruptedException;
}
