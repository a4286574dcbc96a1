package org.certassist.platform.usb;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.driver.UsbId;
import org.certassist.platform.registry.Registry;
import org.certassist.platform.registry.RegistryKey;

/// USB devices on Windows, as the registry lists them; not run on Windows so far.
///
/// The branch `Enum\USB` keeps every device that ever was plugged in. Which of them are there now
/// stands under the services that drive them: `Services\NAME\Enum` names the instances that the
/// service has at the moment.
public final class RegistryDevices implements PluggedDevices {
  private static final String KNOWN = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum\\USB";
  private static final String SERVICES =
      "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\";
  private static final Pattern DEVICE =
      Pattern.compile(
          ".*\\\\USB\\\\VID_([0-9A-F]{4})&PID_([0-9A-F]{4})(?:&MI_[0-9A-F]{2})?\\\\[^\\\\]+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RESOURCE = Pattern.compile("@.*;");
  private static final Set<String> HUBS = Set.of("usbhub", "usbhub3");

  private final Registry registry;

  public RegistryDevices(Registry registry) {
    this.registry = registry;
  }

  @Override
  public List<UsbDevice> list() {
    Map<UsbId, String> names = new LinkedHashMap<>();
    Map<UsbId, Set<Role>> roles = new HashMap<>();
    Map<String, Set<String>> present = new HashMap<>();
    for (RegistryKey key : registry.branch(KNOWN, Registry.View.WIDE)) {
      Matcher device = DEVICE.matcher(key.path());
      String service = key.text("Service").orElse("").toLowerCase(Locale.ROOT);
      if (!device.matches() || service.isEmpty() || HUBS.contains(service)) {
        continue;
      }
      String instance = instance(key.path());
      if (present.computeIfAbsent(service, this::instances).contains(instance)) {
        UsbId id =
            new UsbId(Integer.parseInt(device.group(1), 16), Integer.parseInt(device.group(2), 16));
        names.merge(id, name(key), (first, next) -> first.isEmpty() ? next : first);
        roles.computeIfAbsent(id, _ -> EnumSet.noneOf(Role.class)).addAll(role(service, key));
      }
    }
    List<UsbDevice> devices = new ArrayList<>();
    names.forEach(
        (id, name) -> devices.add(new UsbDevice(id, name, roles.getOrDefault(id, Set.of()))));
    return devices;
  }

  /// The part of a path that names an instance: `USB\VID_096E&PID_0309\5&2C4F`.
  private static String instance(String path) {
    String upper = path.toUpperCase(Locale.ROOT);
    return upper.substring(upper.indexOf("\\USB\\") + 1);
  }

  private Set<String> instances(String service) {
    Set<String> instances = new java.util.HashSet<>();
    registry.branch(SERVICES + service + "\\Enum", Registry.View.WIDE).stream()
        .flatMap(key -> key.values().values().stream())
        .flatMap(List::stream)
        .map(text -> text.toUpperCase(Locale.ROOT))
        .forEach(instances::add);
    return instances;
  }

  /// A description may be a reference into an installer's file with the text behind it:
  /// `@input.inf,%hid.desc%;USB Input Device`.
  private static String name(RegistryKey key) {
    String text = key.text("FriendlyName").or(() -> key.text("DeviceDesc")).orElse("");
    return RESOURCE.matcher(text).replaceFirst("");
  }

  /// A device of several parts is driven by a service of its own, which has no role.
  private static Set<Role> role(String service, RegistryKey key) {
    String kind = key.text("Class").orElse("").toLowerCase(Locale.ROOT);
    if (kind.equals("smartcardreader")) {
      return EnumSet.of(Role.SMART_CARD);
    }
    return switch (service) {
      case "usbccgp" -> EnumSet.noneOf(Role.class);
      case "hidusb" -> EnumSet.of(Role.HID);
      case "usbstor", "uaspstor" -> EnumSet.of(Role.STORAGE);
      case "usbccid", "umpass" -> EnumSet.of(Role.SMART_CARD);
      default -> EnumSet.of(Role.OTHER);
    };
  }
}
