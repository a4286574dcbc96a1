package org.certassist.core.detection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbId;
import org.certassist.core.key.Driver;
import org.certassist.core.key.Inventory;
import org.certassist.core.key.KeyBridge;

/// Tests a driver: a PKCS#11 library that the user names for a key that no driver of the catalogue
/// serves, which is used from then on if she wants; or one that is used already.
public final class TryDriver {
  private final KeyBridge bridge;
  private final DetectDrivers detection;
  private final PickedDrivers picked;
  private final Function<Path, Driver> naming;

  /// @param naming how a library is loaded that is in no catalogue
  public TryDriver(
      KeyBridge bridge,
      DetectDrivers detection,
      PickedDrivers picked,
      Function<Path, Driver> naming) {
    this.bridge = bridge;
    this.detection = detection;
    this.picked = picked;
    this.naming = naming;
  }

  /// Loads the library in a host of its own, if nothing speaks against its file, and asks it for
  /// keys. Nothing is remembered, and no PIN is needed.
  public TriedDriver test(Path file) throws InterruptedException {
    Path whole = whole(file);
    Inventory seen = bridge.tryOut(naming.apply(whole));
    return new TriedDriver(whole, seen.drivers().getFirst(), seen.keys(), attributed(seen));
  }

  /// Asks one of this PC's drivers anew, in a host of its own; nothing where there is none any
  /// more.
  ///
  /// @param driver the id in its report
  public Inventory test(String driver) throws InterruptedException {
    return bridge.tryOut(driver);
  }

  /// Only one key on either side leaves no doubt.
  private Optional<UsbDevice> attributed(Inventory seen) {
    if (seen.keys().size() != 1) {
      return Optional.empty();
    }
    List<UsbDevice> plugged = detection.pluggedKeys();
    return plugged.size() == 1 ? Optional.of(plugged.getFirst()) : Optional.empty();
  }

  /// Lets a library be tested again that crashed too often or whose file was exchanged, because the
  /// user says so.
  public void useAgain(Path file) {
    bridge.useAgain(naming.apply(whole(file)));
  }

  /// Has the library used from now on, before all drivers of the catalogue.
  ///
  /// @param tried one that shows a key
  /// @throws IllegalArgumentException where it shows none
  /// @throws IOException where it cannot be kept
  public PickedDriver remember(TriedDriver tried) throws IOException {
    if (!tried.showsAKey()) {
      throw new IllegalArgumentException("a library that shows no key: " + tried.file());
    }
    Optional<UsbId> device = tried.device().map(UsbDevice::id);
    return picked.remember(
        tried.file(),
        tried.keys().stream()
            .map(key -> new PickedDriver.Key(key.manufacturer(), key.model(), key.serial(), device))
            .toList());
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
