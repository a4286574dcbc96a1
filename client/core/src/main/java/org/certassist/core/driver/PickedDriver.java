package org.certassist.core.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A PKCS#11 library that the user picked and tested, and that is used from then on.
///
/// @param id its driver's id, `picked-` and a number
/// @param file absolute; it need not exist any more
/// @param keys those that it showed when it was tested
public record PickedDriver(String id, Path file, List<Key> keys) {
  private static final String PREFIX = "picked-";

  /// A token by which the library was tested.
  ///
  /// @param device the USB id of the key; empty where it could not be told which of the plugged
  ///   devices it was
  public record Key(String manufacturer, String model, String serial, Optional<UsbId> device) {
    private boolean isSame(Key other) {
      return manufacturer.equals(other.manufacturer)
          && model.equals(other.model)
          && serial.equals(other.serial);
    }
  }

  /// @throws IllegalArgumentException where the file's path is not absolute
  public PickedDriver {
    if (!file.isAbsolute()) {
      throw new IllegalArgumentException("not absolute: " + file);
    }
    keys = List.copyOf(keys);
  }

  /// The id with a number.
  public static String id(int number) {
    return PREFIX + number;
  }

  /// Whether a driver with that id was picked by the user.
  public static boolean isPicked(String driver) {
    return driver.startsWith(PREFIX);
  }

  /// Whether it was tested with such a device.
  public boolean isFor(UsbId device) {
    return keys.stream().anyMatch(key -> key.device().filter(device::equals).isPresent());
  }

  /// The same library, tested with these keys too; what was just seen of a key counts.
  public PickedDriver testedWith(List<Key> fresh) {
    List<Key> earlier = keys.stream().filter(key -> fresh.stream().noneMatch(key::isSame)).toList();
    return new PickedDriver(id, file, Stream.concat(fresh.stream(), earlier.stream()).toList());
  }
}
