package org.certassist.platform.surroundings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.certassist.core.driver.UsbId;
import org.certassist.platform.registry.Registry;
import org.certassist.platform.registry.RegistryKey;

/// The policies that forbid devices: "Device Installation Restrictions" and "Removable Storage
/// Access" (Microsoft, DeviceInstallation.admx and RemovableStorage.admx), and the service for USB
/// disks where somebody switched it off, as many companies do against USB sticks.
///
/// Which classes a device without a driver belongs to is not known; a policy about a class that
/// keys have is taken to mean it. Disks and CD-ROMs are known as such by their instance: the usual
/// policy against sticks is no reason for the trouble of anything else.
///
/// @param install the keys of the installation's policies
/// @param isStorageForbidden disks or CD-ROMs at the USB sockets may not be read
record DevicePolicies(List<RegistryKey> install, boolean isStorageForbidden) {
  private static final String RESTRICTIONS =
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\DeviceInstall\\Restrictions";
  private static final String STORAGE =
      "\\SOFTWARE\\Policies\\Microsoft\\Windows\\RemovableStorageDevices";
  private static final List<String> ROOTS = List.of("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER");
  private static final String USB_DISKS =
      "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\USBSTOR";

  /// `SERVICE_DISABLED` of winsvc.h.
  private static final long DISABLED = 4;

  /// `CM_PROB_DISABLED_SERVICE`.
  private static final int SERVICE_DISABLED = 32;

  /// CD and DVD drives, and removable disks, as RemovableStorage.admx numbers them.
  private static final Set<String> DISKS =
      Set.of("{53f56308-b6bf-11d0-94f2-00a0c91efb8b}", "{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}");

  /// The setup classes (Microsoft, "System-Defined Device Setup Classes") that keys have, without
  /// their disks: HIDClass, SmartCardReader, SmartCard, USB.
  private static final Set<String> KEY_CLASSES =
      Set.of(
          "{745a17a0-74d3-11d0-b6fe-00a0c90f57da}",
          "{50dd5230-ba8a-11d1-bf5d-0000f805f530}",
          "{990a2bd7-e738-46c7-b26f-1cf8fb9f1391}",
          "{36fc9e60-c465-11cf-8056-444553540000}");

  /// CDROM and DiskDrive.
  private static final Set<String> DISK_CLASSES =
      Set.of("{4d36e965-e325-11ce-bfc1-08002be10318}", "{4d36e967-e325-11ce-bfc1-08002be10318}");

  /// How the instances of disks and CD-ROMs at the USB sockets begin.
  private static final String DISK_INSTANCES = "usbstor\\";

  /// The USB classes of keys, as ids that devices share: HID, disk, smart card.
  private static final List<String> SHARED_IDS =
      List.of("usb\\class_03", "usb\\class_08", "usb\\class_0b");

  DevicePolicies {
    install = List.copyOf(install);
  }

  static DevicePolicies of(Registry registry) {
    boolean service =
        itself(registry.branch(USB_DISKS, Registry.View.WIDE), USB_DISKS)
            .filter(key -> key.has("Start", DISABLED))
            .isPresent();
    boolean policy =
        ROOTS.stream()
            .flatMap(root -> registry.branch(root + STORAGE, Registry.View.WIDE).stream())
            .anyMatch(DevicePolicies::deniesReading);
    return new DevicePolicies(registry.branch(RESTRICTIONS, Registry.View.WIDE), service || policy);
  }

  private static boolean deniesReading(RegistryKey key) {
    return key.has("Deny_All", 1)
        || (DISKS.contains(key.name().toLowerCase(Locale.ROOT)) && key.has("Deny_Read", 1));
  }

  /// Whether a policy may be why the device is in this trouble.
  ///
  /// @param instance as the device manager calls the device
  /// @param problem the code that it shows
  boolean forbids(UsbId id, String instance, int problem) {
    if (problem == SERVICE_DISABLED) {
      return isStorageForbidden;
    }
    String own = String.format(Locale.ROOT, "usb\\vid_%04x&pid_%04x", id.vendor(), id.product());
    boolean denied =
        listed("DenyDeviceIDs", each -> isOf(each, own) || isShared(each))
            || listed("DenyInstanceIDs", each -> each.equalsIgnoreCase(instance))
            || listed("DenyDeviceClasses", each -> mayBeOf(each, instance));
    boolean allowed =
        listed("AllowDeviceIDs", each -> isOf(each, own) || isShared(each))
            || listed("AllowInstanceIDs", each -> each.equalsIgnoreCase(instance))
            || listed("AllowDeviceClasses", each -> mayBeOf(each, instance));
    return denied || isSet("DenyRemovableDevices") || (isSet("DenyUnspecified") && !allowed);
  }

  private static boolean isOf(String each, String own) {
    return each.equals(own) || each.startsWith(own + "&");
  }

  private static boolean mayBeOf(String setupClass, String instance) {
    return KEY_CLASSES.contains(setupClass)
        || (DISK_CLASSES.contains(setupClass)
            && instance.toLowerCase(Locale.ROOT).startsWith(DISK_INSTANCES));
  }

  private static boolean isShared(String each) {
    return SHARED_IDS.stream().anyMatch(each::startsWith);
  }

  private boolean isSet(String name) {
    return itself(install, RESTRICTIONS).filter(key -> key.has(name, 1)).isPresent();
  }

  /// A list counts where its switch is on; it stands in a key of the same name.
  private boolean listed(String name, Predicate<String> meant) {
    return isSet(name)
        && itself(install, RESTRICTIONS + "\\" + name).stream()
            .flatMap(DevicePolicies::texts)
            .map(each -> each.toLowerCase(Locale.ROOT))
            .anyMatch(meant);
  }

  private static Stream<String> texts(RegistryKey key) {
    return key.values().values().stream().flatMap(List::stream).map(String::strip);
  }

  private static Optional<RegistryKey> itself(List<RegistryKey> branch, String path) {
    return branch.stream().filter(key -> key.path().equalsIgnoreCase(path)).findFirst();
  }
}
