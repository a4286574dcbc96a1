package org.certassist.desktop.driver;

import java.time.Duration;
import java.util.Optional;
import org.certassist.core.fault.Fault;
import org.certassist.core.key.Inventory;

/// What came of asking one driver anew.
public sealed interface DriverTest {
  /// @return the id of the driver
  String driver();

  record Asking(String driver) implements DriverTest {}

  /// @param took from the start of its process to its end
  record Answered(String driver, Inventory seen, Duration took) implements DriverTest {}

  record Failed(String driver, Fault fault) implements DriverTest {}

  static Optional<DriverTest> of(String driver, Optional<DriverTest> test) {
    return test.filter(each -> each.driver().equals(driver));
  }
}
