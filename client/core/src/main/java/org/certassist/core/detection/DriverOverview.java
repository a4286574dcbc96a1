package org.certassist.core.detection;

import java.util.List;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.key.DriverReport;

/// The keys that are plugged in and the drivers of this PC.
///
/// @param drivers every driver of the catalogue for this system, and those that the user named
/// @param registered what installers have entered into the registry
public record DriverOverview(
    List<PluggedKey> plugged, List<DriverReport> drivers, List<RegisteredModule> registered) {
  public DriverOverview {
    plugged = List.copyOf(plugged);
    drivers = List.copyOf(drivers);
    registered = List.copyOf(registered);
  }
}
