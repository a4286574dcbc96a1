package org.certassist.core.detection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.driver.RegisteredModules;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;

/// Holds what is plugged in against the catalogue and against what became of the drivers.
public final class DetectDrivers {
  /// States that say nothing against a driver.
  private static final Set<DriverState> QUIET =
      Set.of(DriverState.READY, DriverState.NO_TOKEN, DriverState.NOT_INSTALLED);

  private final Products products;
  private final PluggedDevices devices;
  private final RegisteredModules registered;

  public DetectDrivers(Products products, PluggedDevices devices, RegisteredModules registered) {
    this.products = products;
    this.devices = devices;
    this.registered = registered;
  }

  /// @param reports what probing the drivers gave
  public DriverOverview detect(List<DriverReport> reports) {
    List<PluggedKey> plugged =
        devices.list().stream().flatMap(device -> key(device, reports).stream()).toList();
    return new DriverOverview(plugged, reports, registered.list());
  }

  /// Mice and disks are nobody's keys.
  private Optional<PluggedKey> key(UsbDevice device, List<DriverReport> reports) {
    Optional<Product> product = products.byUsb(device.id());
    if (product.isPresent()) {
      return Optional.of(judged(device, product.get(), reports));
    }
    return device.roles().contains(UsbDevice.Role.SMART_CARD)
        ? Optional.of(
            new PluggedKey(device, Optional.empty(), KeyVerdict.UNKNOWN_DEVICE, Optional.empty()))
        : Optional.empty();
  }

  private static PluggedKey judged(UsbDevice device, Product product, List<DriverReport> reports) {
    List<DriverReport> own =
        product.drivers().stream()
            .flatMap(id -> reports.stream().filter(report -> report.id().equals(id)))
            .toList();
    Optional<DriverReport> ready = in(own, DriverState.READY);
    Optional<DriverReport> troubled =
        own.stream().filter(report -> !QUIET.contains(report.state())).findFirst();
    Optional<DriverReport> blind = in(own, DriverState.NO_TOKEN);
    if (ready.isPresent()) {
      return verdict(device, product, KeyVerdict.READY, ready);
    }
    if (device.isStorageAlone()) {
      return verdict(device, product, KeyVerdict.AS_CD_ROM, Optional.empty());
    }
    if (troubled.isPresent()) {
      return verdict(device, product, KeyVerdict.DRIVER_IN_TROUBLE, troubled);
    }
    if (blind.isPresent()) {
      return verdict(device, product, KeyVerdict.NOT_SEEN, blind);
    }
    return verdict(device, product, without(product, own), own.stream().findFirst());
  }

  private static KeyVerdict without(Product product, List<DriverReport> own) {
    if (!own.isEmpty()) {
      return KeyVerdict.NOT_INSTALLED;
    }
    return product.skf().isEmpty() ? KeyVerdict.NO_DRIVER_KNOWN : KeyVerdict.SKF_ONLY;
  }

  private static Optional<DriverReport> in(List<DriverReport> reports, DriverState state) {
    return reports.stream().filter(report -> report.state() == state).findFirst();
  }

  private static PluggedKey verdict(
      UsbDevice device, Product product, KeyVerdict verdict, Optional<DriverReport> driver) {
    return new PluggedKey(device, Optional.of(product), verdict, driver);
  }
}
