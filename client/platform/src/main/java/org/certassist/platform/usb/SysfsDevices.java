package org.certassist.platform.usb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.driver.UsbId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// USB devices on Linux, as the kernel lists them in sysfs: one folder a device, one an interface.
public final class SysfsDevices implements PluggedDevices {
  private static final Logger LOG = LoggerFactory.getLogger(SysfsDevices.class);
  private static final int MOST_ENTRIES = 2000;
  private static final int LONGEST_TEXT = 256;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{1,4}");

  private final Path devices;

  /// @param devices `/sys/bus/usb/devices`; another folder in tests
  public SysfsDevices(Path devices) {
    this.devices = devices;
  }

  @Override
  public List<UsbDevice> list() {
    List<UsbDevice> found = new ArrayList<>();
    for (Path device : entries(devices)) {
      device(device).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<UsbDevice> device(Path folder) {
    Optional<Integer> vendor = number(folder.resolve("idVendor"));
    Optional<Integer> product = number(folder.resolve("idProduct"));
    int classCode = number(folder.resolve("bDeviceClass")).orElse(0);
    if (vendor.isEmpty() || product.isEmpty() || classCode == UsbRoles.HUB) {
      return Optional.empty();
    }
    return Optional.of(
        new UsbDevice(
            new UsbId(vendor.get(), product.get()),
            text(folder.resolve("product")).orElse(""),
            roles(folder),
            stay(folder)));
  }

  /// The kernel gives a device a new number on its bus whenever it is plugged in.
  private static long stay(Path folder) {
    return text(folder.resolve("devnum"))
        .filter(NUMBER.asMatchPredicate())
        .map(Long::parseLong)
        .orElse(0L);
  }

  private static Set<Role> roles(Path folder) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Path part : entries(folder)) {
      number(part.resolve("bInterfaceClass")).map(UsbRoles::of).ifPresent(roles::add);
    }
    return roles;
  }

  private static List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return entries;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path entry : all) {
        if (entries.size() < MOST_ENTRIES && Files.isDirectory(entry)) {
          entries.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.info("{} cannot be listed", folder, e);
    }
    entries.sort(null);
    return entries;
  }

  private static Optional<Integer> number(Path file) {
    return text(file).filter(HEX.asMatchPredicate()).map(text -> Integer.parseInt(text, 16));
  }

  /// A device may be pulled between any two reads.
  private static Optional<String> text(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return Optional.empty();
    }
  }
}
