package org.certassist.core.detection;

import java.util.List;
import java.util.Optional;
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

  /// A library that an installer entered for a plugged key which no known driver serves, and that
  /// can be tested as [TryDriver] does: it has the PKCS#11 interface and a place on this PC.
  public Optional<RegisteredModule> untried(PluggedKey key) {
    return switch (key.verdict()) {
      case NOT_INSTALLED, SKF_ONLY, NO_DRIVER_KNOWN, UNKNOWN_DEVICE ->
          registered.stream()
              .filter(module -> module.spoken() == RegisteredModule.Spoken.PKCS11)
              .filter(module -> module.devices().contains(key.device().id()))
              .filter(RegisteredModule::isLocalFile)
              .findFirst();
      case READY, DRIVER_IN_TROUBLE, NOT_SEEN, AS_CD_ROM -> Optional.empty();
    };
  }
}
