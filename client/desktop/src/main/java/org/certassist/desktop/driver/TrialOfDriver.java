package org.certassist.desktop.driver;

import java.time.Duration;
import java.util.Optional;
import org.certassist.core.fault.Fault;
import org.certassist.core.key.Inventory;

/// What came of asking one driver anew.
public sealed interface TrialOfDriver {
  /// @return the id of the driver
  String driver();

  record Asking(String driver) implements TrialOfDriver {}

  /// @param took from the start of its process to its end
  record Answered(String driver, Inventory seen, Duration took) implements TrialOfDriver {}

  record Failed(String driver, Fault fault) implements TrialOfDriver {}

  static Optional<TrialOfDriver> of(String driver, Optional<TrialOfDriver> test) {
    return test.filter(each -> each.driver().equals(driver));
  }
}
