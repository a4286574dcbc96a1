package org.certassist.core.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.detection.KeyVerdict;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.diagnosis.Pc.KeyFacts;
import org.certassist.core.driver.Product;
import org.certassist.core.key.DriverState;
import org.certassist.core.surroundings.DeviceFacts;
import org.certassist.core.surroundings.TroubledDevice;

/// Keys at the USB sockets that the system itself does not let through to any driver.
final class DeviceChecks {
  private DeviceChecks() {}

  /// The key that the system refuses. A device that did not say what it is may be the key only
  /// where none shows.
  static Optional<CheckResult> refused(Pc pc, KeyFacts facts) {
    Optional<DeviceFacts> devices = pc.surroundings().devices();
    if (devices.isEmpty()) {
      return Optional.empty();
    }
    List<PluggedKey> plugged = facts.drivers().plugged();
    Stream<CheckResult> known =
        devices.get().troubled().stream()
            .filter(device -> !isReady(device, plugged))
            .flatMap(device ->
                pc.products().byUsb(device.id()).stream()
                    .filter(product -> concerns(product, facts))
                    .map(product -> failed(device, product)));
    Stream<CheckResult> disk =
        plugged.stream()
            .filter(
                key -> devices.get().storageForbidden() && key.verdict() == KeyVerdict.AS_CD_ROM)
            .map(key ->
                CheckResult.failed(
                    CheckId.PLUGGED,
                    Cause.USB_BLOCKED,
                    key.product().map(Product::name).orElse(key.device().name())));
    return Stream.concat(known, disk).findFirst().or(() -> nameless(devices.get(), facts));
  }

  private static Optional<CheckResult> nameless(DeviceFacts devices, KeyFacts facts) {
    boolean nothing =
        facts.keys().keys().isEmpty()
            && facts.drivers().plugged().stream()
                .allMatch(key -> key.verdict() == KeyVerdict.UNKNOWN_DEVICE);
    return devices.troubled().stream()
        .filter(device -> nothing && device.isNameless())
        .map(device ->
            CheckResult.failed(
                CheckId.PLUGGED, Cause.USB_DEVICE_ERROR, String.valueOf(device.problem())))
        .findFirst();
  }

  /// A key of several parts works although one of them, such as its CD-ROM, is switched off.
  private static boolean isReady(TroubledDevice device, List<PluggedKey> plugged) {
    return plugged.stream()
        .anyMatch(
            key -> key.verdict() == KeyVerdict.READY && key.device().id().equals(device.id()));
  }

  /// Beside a key that works the other may be a bank's, of the same makers: it is a key to file
  /// with only where its driver is on this PC.
  private static boolean concerns(Product product, KeyFacts facts) {
    return facts.keys().keys().isEmpty()
        || facts.drivers().drivers().stream()
            .filter(report -> product.drivers().contains(report.id()))
            .anyMatch(report -> report.state() != DriverState.NOT_INSTALLED);
  }

  private static CheckResult failed(TroubledDevice device, Product product) {
    if (device.isBlocked()) {
      return CheckResult.failed(CheckId.PLUGGED, Cause.USB_BLOCKED, product.name());
    }
    if (device.isDisabled()) {
      return CheckResult.failed(CheckId.PLUGGED, Cause.USB_DISABLED, product.name());
    }
    return device.isWithoutDriver()
        ? CheckResult.failed(CheckId.PLUGGED, Cause.DRIVER_NOT_INSTALLED, product.name())
        : CheckResult.failed(
            CheckId.PLUGGED,
            Cause.USB_DEVICE_ERROR,
            String.valueOf(device.problem()),
            product.name());
  }

  /// Where another key works.
  static CheckResult asWarning(CheckResult finding) {
    return new CheckResult(
        finding.check(),
        CheckResult.State.WARNING,
        finding.cause(),
        finding.word(),
        finding.evidence());
  }
}
