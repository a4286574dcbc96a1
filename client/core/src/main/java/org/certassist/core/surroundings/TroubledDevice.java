package org.certassist.core.surroundings;

import java.util.Set;
import org.certassist.core.driver.UsbId;

/// A device at a USB socket that the system knows of and cannot use.
///
/// @param problem the code that the device manager shows: `CM_PROB_…` of Microsoft's cfg.h
/// @param forbidden a policy of this PC forbids what the device needs
public record TroubledDevice(UsbId id, int problem, boolean forbidden) {
  /// `CM_PROB_DISABLED`: somebody switched it off in the device manager.
  private static final int DISABLED = 22;

  /// Where the system gets no answer to who the device is, it gives it this vendor.
  private static final int NOBODY = 0x0000;

  /// `CM_PROB_NOT_CONFIGURED`, `CM_PROB_REINSTALL`, `CM_PROB_FAILED_INSTALL`: the system found no
  /// driver of its own, or none that it may install.
  private static final Set<Integer> WITHOUT_DRIVER = Set.of(1, 18, 28);

  /// `CM_PROB_DISABLED_SERVICE`: the driver is there and must not be started.
  private static final int SERVICE_DISABLED = 32;

  /// Whether somebody switched it off.
  public boolean isDisabled() {
    return problem == DISABLED;
  }

  /// Whether it is in this state because a policy wants it so.
  public boolean isBlocked() {
    return forbidden && (isWithoutDriver() || isDisabled() || problem == SERVICE_DISABLED);
  }

  /// Whether it waits for its driver.
  public boolean isWithoutDriver() {
    return WITHOUT_DRIVER.contains(problem);
  }

  /// Whether the device did not even say what it is.
  public boolean isNameless() {
    return id.vendor() == NOBODY;
  }
}
