package org.certassist.platform.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.driver.RegisteredModule.Spoken;
import org.certassist.core.driver.RegisteredModules;
import org.certassist.core.driver.UsbId;

/// What installers of keys enter into the registry of Windows: the cryptographic service providers
/// with their SKF libraries, NETCA's map from devices to drivers, and Epoint's list.
///
/// Where each stands was read in applications that use it (docs/sources.md); both views are read,
/// since most installers are programs of 32 bits. Any program may have written there: the values
/// are words to be shown, and no file is opened, let alone loaded, because it stands in the
/// registry.
public final class WindowsRegisteredModules implements RegisteredModules {
  private static final String PROVIDERS =
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\Defaults\\Provider";
  private static final String NETCA = "HKEY_LOCAL_MACHINE\\SOFTWARE\\NETCA";
  private static final String EPOINT =
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\DetectionTool";
  private static final Pattern DEVICE =
      Pattern.compile("vid_([0-9a-f]{4})&pid_([0-9a-f]{4})", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /// Of Windows itself (a path with the prefix `\\?\`); what is longer names no file.
  private static final int LONGEST_PATH = 32_767;

  /// A PC full of keys' software has some dozens.
  private static final int MOST = 1_000;

  private final Registry registry;

  public WindowsRegisteredModules(Registry registry) {
    this.registry = registry;
  }

  @Override
  public List<RegisteredModule> list() {
    Set<RegisteredModule> found = new LinkedHashSet<>();
    for (Registry.View view : Registry.View.values()) {
      registry.branch(PROVIDERS, view).forEach(key -> provider(key).forEach(found::add));
      registry.branch(NETCA, view).forEach(key -> netca(key).forEach(found::add));
      netcaSkf(registry.branch(NETCA, view)).forEach(found::add);
      registry.branch(EPOINT, view).forEach(key -> epoint(key).forEach(found::add));
    }
    return found.stream().limit(MOST).toList();
  }

  private static Stream<RegisteredModule> provider(RegistryKey key) {
    return Stream.concat(
        module(key.text("SKFImagePath"), Spoken.SKF, key.name(), List.of()),
        isWindowsOwn(key)
            ? Stream.empty()
            : module(key.text("Image Path"), Spoken.CSP, key.name(), List.of()));
  }

  private static boolean isWindowsOwn(RegistryKey key) {
    return key.name().startsWith("Microsoft ");
  }

  private static Stream<RegisteredModule> netca(RegistryKey key) {
    List<UsbId> devices = devices(key);
    Stream<RegisteredModule> provider =
        key.path().toLowerCase(Locale.ROOT).contains("\\pkcs11providers\\")
            ? module(key.text("Image Path"), Spoken.PKCS11, key.name(), devices)
            : Stream.empty();
    return Stream.concat(
        provider, module(key.text("PKCS11DriverDLLPath"), Spoken.PKCS11, "NETCA", devices));
  }

  /// The SKF libraries stand one level below the device that they are for.
  private static List<RegisteredModule> netcaSkf(List<RegistryKey> branch) {
    List<RegisteredModule> found = new ArrayList<>();
    List<UsbId> devices = List.of();
    String above = "";
    for (RegistryKey key : branch) {
      if (!devices(key).isEmpty()) {
        devices = devices(key);
        above = key.path() + "\\";
      }
      List<UsbId> own = key.path().startsWith(above) ? devices : List.of();
      module(key.text("SkfDllPath"), Spoken.SKF, "NETCA", own).forEach(found::add);
    }
    return found;
  }

  private static List<UsbId> devices(RegistryKey key) {
    return key.texts("idstring").stream()
        .flatMap(text -> DEVICE.matcher(text).results())
        .map(match ->
            new UsbId(Integer.parseInt(match.group(1), 16), Integer.parseInt(match.group(2), 16)))
        .toList();
  }

  private static Stream<RegisteredModule> epoint(RegistryKey key) {
    return key.text("EpointMultiDevdll").stream()
        .flatMap(BLANKS::splitAsStream)
        .flatMap(path -> module(Optional.of(path), Spoken.SKF, "Epoint", List.of()));
  }

  private static Stream<RegisteredModule> module(
      Optional<String> path, Spoken spoken, String by, List<UsbId> devices) {
    return path.stream()
        .map(String::strip)
        .filter(each -> !each.isEmpty() && each.length() <= LONGEST_PATH)
        .map(each -> new RegisteredModule(each, spoken, by, devices));
  }
}
