package org.certassist.core.detection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.driver.RegisteredModules;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.key.DriverReport;
import org.certassist.core.key.DriverState;

/// Holds what is plugged in against the catalogue, against the drivers that the user picked and
/// against what became of each.
public final class DetectDrivers {
  /// States that say nothing against a driver.
  private static final Set<DriverState> QUIET =
      Set.of(DriverState.READY, DriverState.NO_TOKEN, DriverState.NOT_INSTALLED);

  private final Products products;
  private final PluggedDevices devices;
  private final RegisteredModules registered;
  private final PickedDrivers picked;

  public DetectDrivers(
      Products products,
      PluggedDevices devices,
      RegisteredModules registered,
      PickedDrivers picked) {
    this.products = products;
    this.devices = devices;
    this.registered = registered;
    this.picked = picked;
  }

  /// @param reports what probing the drivers gave
  public DriverOverview detect(List<DriverReport> reports) {
    List<RegisteredModule> entered = registered.list();
    List<PluggedKey> plugged =
        devices.list().stream().flatMap(device -> key(device, reports, entered).stream()).toList();
    return new DriverOverview(plugged, reports, entered);
  }

  /// The devices that are plugged in and are keys, or could be.
  List<UsbDevice> pluggedKeys() {
    return devices.list().stream()
        .filter(device ->
            products.byUsb(device.id()).isPresent()
                || device.roles().contains(UsbDevice.Role.SMART_CARD))
        .toList();
  }

  /// Mice and disks are nobody's keys, unless a CA's installer says so.
  private Optional<PluggedKey> key(
      UsbDevice device, List<DriverReport> reports, List<RegisteredModule> entered) {
    Optional<Product> product = products.byUsb(device.id());
    List<DriverReport> own = own(device, product, reports);
    List<DriverReport> others =
        in(product.map(Product::others).orElse(List.of()).stream(), reports);
    List<RegisteredModule> named =
        entered.stream().filter(module -> module.devices().contains(device.id())).toList();
    boolean isKey =
        product.isPresent()
            || !own.isEmpty()
            || !named.isEmpty()
            || device.roles().contains(UsbDevice.Role.SMART_CARD);
    return isKey ? Optional.of(judged(device, product, own, others, named)) : Optional.empty();
  }

  /// What became of its drivers: those picked for it, then its product's.
  private List<DriverReport> own(
      UsbDevice device, Optional<Product> product, List<DriverReport> reports) {
    Stream<String> chosen =
        picked.all().stream().filter(each -> each.isFor(device.id())).map(PickedDriver::id);
    Stream<String> known = product.stream().flatMap(each -> each.drivers().stream());
    return in(Stream.concat(chosen, known), reports);
  }

  private static List<DriverReport> in(Stream<String> ids, List<DriverReport> reports) {
    return ids.flatMap(id -> reports.stream().filter(report -> report.id().equals(id))).toList();
  }

  private static PluggedKey judged(
      UsbDevice device,
      Optional<Product> product,
      List<DriverReport> own,
      List<DriverReport> others,
      List<RegisteredModule> named) {
    Optional<DriverReport> ready =
        in(own, DriverState.READY).or(() -> in(others, DriverState.READY));
    Optional<DriverReport> troubled =
        own.stream().filter(report -> !QUIET.contains(report.state())).findFirst();
    Optional<DriverReport> blind = in(own, DriverState.NO_TOKEN);
    if (ready.isPresent()) {
      return new PluggedKey(device, product, KeyVerdict.READY, ready);
    }
    if (device.isStorageAlone()) {
      return new PluggedKey(device, product, KeyVerdict.AS_CD_ROM, Optional.empty());
    }
    if (troubled.isPresent()) {
      return new PluggedKey(device, product, KeyVerdict.DRIVER_IN_TROUBLE, troubled);
    }
    if (blind.isPresent()) {
      return new PluggedKey(device, product, KeyVerdict.NOT_SEEN, blind);
    }
    return new PluggedKey(device, product, without(product, own, named), own.stream().findFirst());
  }

  private static KeyVerdict without(
      Optional<Product> product, List<DriverReport> own, List<RegisteredModule> named) {
    if (!own.isEmpty()) {
      return KeyVerdict.NOT_INSTALLED;
    }
    boolean skf =
        product.stream().anyMatch(each -> !each.skf().isEmpty())
            || named.stream().anyMatch(module -> module.spoken() == RegisteredModule.Spoken.SKF);
    if (skf) {
      return KeyVerdict.SKF_ONLY;
    }
    return product.isPresent() ? KeyVerdict.NO_DRIVER_KNOWN : KeyVerdict.UNKNOWN_DEVICE;
  }

  private static Optional<DriverReport> in(List<DriverReport> reports, DriverState state) {
    return reports.stream().filter(report -> report.state() == state).findFirst();
  }
}
