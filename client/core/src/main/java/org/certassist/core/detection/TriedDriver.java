package org.certassist.core.detection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.TokenKey;

/// What testing a library that the user named gave.
///
/// @param file as it was tested: absolute
/// @param keys those that it shows
/// @param device the plugged key that it shows, where there is no doubt which one that is
public record TriedDriver(
    Path file, DriverReport report, List<TokenKey> keys, Optional<UsbDevice> device) {
  public TriedDriver {
    keys = List.copyOf(keys);
  }

  /// Whether there is a reason to use it: it works and shows a key.
  public boolean showsAKey() {
    return !keys.isEmpty();
  }
}
