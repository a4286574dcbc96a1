package org.certassist.core.repair;

import java.io.IOException;
import java.util.List;

/// The port to the list of repairs that can be taken back.
public interface RepairJournal {
  /// The oldest first.
  ///
  /// @throws IOException where there is a list and it cannot be read
  List<DoneRepair> all() throws IOException;

  /// @param repairs instead of what is in it; durable when this returns
  void write(List<DoneRepair> repairs) throws IOException;
}
