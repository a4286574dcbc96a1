package org.certassist.desktop.carry;

import java.nio.file.Path;
import org.certassist.core.fault.FaultException;

/// What was checked, as it is saved for upload on the portal's page.
public interface Original {
  /// Gives the copy's name and its end, and is never written over; it need not be there.
  Path file();

  /// Exactly what was checked.
  ///
  /// @throws FaultException where that cannot be given any more
  byte[] bytes() throws FaultException, InterruptedException;
}
