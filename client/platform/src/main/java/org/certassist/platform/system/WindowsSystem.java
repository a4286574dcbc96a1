package org.certassist.platform.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.diagnosis.Pc.UserRights;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.platform.registry.Registry;
import org.certassist.platform.registry.RegistryKey;

/// Windows, as its registry tells it; not run on Windows so far.
public final class WindowsSystem implements SystemProbe {
  private static final String BOARD = "HKEY_LOCAL_MACHINE\\HARDWARE\\DESCRIPTION\\System\\BIOS";
  private static final String SERVICE =
      "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SCardSvr";

  /// `SERVICE_DISABLED` of winsvc.h; anything lower is started when it is asked for, since Windows
  /// 8 by the plugging of a reader.
  private static final String DISABLED = "4";

  private static final String ADMINISTRATORS = "\"S-1-5-32-544\"";

  /// The mandatory level of a process, which each has: high or the system's own with an
  /// administrator's rights.
  private static final String ANY_LEVEL = "\"S-1-16-";

  private static final List<String> HIGH_LEVELS = List.of("\"S-1-16-12288\"", "\"S-1-16-16384\"");

  private final Registry registry;
  private final Map<String, String> environment;
  private final String name;
  private final String architecture;
  private final Supplier<String> groups;

  /// @param name as Java calls this system
  /// @param groups what `whoami /groups /fo csv` says
  public WindowsSystem(
      Registry registry,
      Map<String, String> environment,
      String name,
      String architecture,
      Supplier<String> groups) {
    this.registry = registry;
    this.environment = Map.copyOf(environment);
    this.name = name;
    this.architecture = architecture;
    this.groups = groups;
  }

  /// Remote desktop calls its sessions `RDP-Tcp#` and a number, Citrix `ICA-` and more.
  @Override
  public SystemFacts facts() {
    return new SystemFacts(
        PcSystem.WINDOWS,
        name,
        architecture,
        Optional.ofNullable(environment.get("SESSIONNAME"))
            .filter(session -> session.startsWith("RDP-") || session.startsWith("ICA-"))
            .isPresent(),
        VirtualMachines.isOne(board()),
        rights(groups.get()));
  }

  /// By the numbers that mean the same in every language (Microsoft, "Well-known SIDs"); a program
  /// that runs without an administrator's rights has her group all the same, for denying only.
  private static UserRights rights(String said) {
    if (!said.contains(ANY_LEVEL)) {
      return UserRights.UNKNOWN;
    }
    if (HIGH_LEVELS.stream().anyMatch(said::contains)) {
      return UserRights.ELEVATED;
    }
    return said.contains(ADMINISTRATORS) ? UserRights.ADMINISTRATOR : UserRights.ORDINARY;
  }

  private String board() {
    return key(BOARD)
        .map(key ->
            key.text("SystemManufacturer").orElse("")
                + " "
                + key.text("SystemProductName").orElse(""))
        .orElse("");
  }

  /// The service is a part of Windows: where the registry says nothing, it could not be read.
  @Override
  public CardService cardService() {
    return key(SERVICE)
        .flatMap(key -> key.text("Start"))
        .map(start -> start.equals(DISABLED) ? CardService.DISABLED : CardService.ON_DEMAND)
        .orElse(CardService.UNKNOWN);
  }

  private Optional<RegistryKey> key(String path) {
    List<RegistryKey> branch = registry.branch(path, Registry.View.WIDE);
    Predicate<RegistryKey> itself = key -> key.path().equalsIgnoreCase(path);
    return branch.stream().filter(itself).findFirst();
  }
}
