package org.certassist.platform;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.certassist.core.certificate.Certificates;
import org.certassist.core.detection.PcStart;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.core.diagnosis.PortHolders;
import org.certassist.core.driver.PluggedDevices;
import org.certassist.core.driver.RegisteredModules;
import org.certassist.core.installer.InstallerPolicy;
import org.certassist.core.installer.InstallerStart;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.repair.Remedy;
import org.certassist.core.surroundings.Surroundings;
import org.certassist.platform.installation.LinuxStart;
import org.certassist.platform.installer.PolicyFile;
import org.certassist.platform.installer.RegistryPolicy;
import org.certassist.platform.installer.SystemInstaller;
import org.certassist.platform.port.LsofPorts;
import org.certassist.platform.port.NetstatPorts;
import org.certassist.platform.port.ProcPorts;
import org.certassist.platform.port.Report;
import org.certassist.platform.registry.BjcaDrivers;
import org.certassist.platform.registry.RegExe;
import org.certassist.platform.registry.WindowsRegisteredModules;
import org.certassist.platform.repair.CardServiceStart;
import org.certassist.platform.repair.OwnFolderRights;
import org.certassist.platform.repair.RunCommand;
import org.certassist.platform.repair.SettingsPages;
import org.certassist.platform.surroundings.CertificateStore;
import org.certassist.platform.surroundings.LinuxSurroundings;
import org.certassist.platform.surroundings.PackageFiles;
import org.certassist.platform.surroundings.SiteSettings;
import org.certassist.platform.surroundings.WindowsSurroundings;
import org.certassist.platform.system.LinuxSystem;
import org.certassist.platform.system.OtherSystem;
import org.certassist.platform.system.SystemProbe;
import org.certassist.platform.system.SystemTool;
import org.certassist.platform.system.WindowsSystem;
import org.certassist.platform.usb.ProfilerDevices;
import org.certassist.platform.usb.RegistryDevices;
import org.certassist.platform.usb.SysfsDevices;

/// The parts of this room that fit the system that the program runs on.
///
/// @param devices what is plugged in
/// @param registered what installers have entered, in the registry and in BJCA's own map; nothing
///   outside Windows
/// @param start when it was started; told on Linux only
/// @param system what it says of itself
/// @param cardServiceStart how the smart-card service is started; empty where the system does it
/// @param settings the pages of its settings
/// @param ports who listens on it
/// @param surroundings what lies around the program
/// @param installerPolicy what IT has laid down about installers
/// @param installerStart how it runs installers
public record ThisPc(
    PluggedDevices devices,
    RegisteredModules registered,
    PcStart start,
    SystemProbe system,
    Optional<CardServiceStart> cardServiceStart,
    SettingsPages settings,
    PortHolders ports,
    Surroundings surroundings,
    InstallerPolicy installerPolicy,
    InstallerStart installerStart) {
  private static final List<String> PROFILER =
      List.of("/usr/sbin/system_profiler", "SPUSBDataType", "SPUSBHostDataType", "-json");
  private static final int PROFILER_SECONDS = 5;

  /// Such programs answer within half a second on a PC in order.
  private static final int QUICK_SECONDS = 2;

  /// @param osName as the system property `os.name`
  /// @param environment names the folder of Windows and those of the user
  /// @param architecture as the system property `os.arch`
  /// @param java the Java that the program runs on
  /// @param certificates reads those in the system's store
  public static ThisPc of(
      String osName,
      String architecture,
      Map<String, String> environment,
      Path java,
      Certificates certificates) {
    PackageFiles program = new PackageFiles(java);
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      String systemRoot = environment.getOrDefault("SystemRoot", "C:\\Windows");
      RegExe registry = new RegExe(Path.of(systemRoot));
      RegisteredModules entered = new WindowsRegisteredModules(registry);
      RegisteredModules bjca = new BjcaDrivers(registry, Path::of);
      return new ThisPc(
          new RegistryDevices(registry),
          () -> Stream.concat(entered.list().stream(), bjca.list().stream()).toList(),
          PcStart.UNTOLD,
          new WindowsSystem(
              registry,
              environment,
              osName,
              architecture,
              tool(systemRoot, "whoami.exe", "/groups", "/fo", "csv", "/nh")::answer),
          Optional.of(
              new CardServiceStart(
                  CardServiceStart.Commands.ofWindows(systemRoot), new RunCommand())),
          SettingsPages.of(PcSystem.WINDOWS, systemRoot),
          new NetstatPorts(Path.of(systemRoot), Report.ofPrograms()),
          new WindowsSurroundings(
              registry,
              tool(systemRoot, "pnputil.exe", "/enum-devices", "/connected", "/problem")::answer,
              new CertificateStore(
                  Path.of(
                      environment.getOrDefault("APPDATA", ""),
                      "Microsoft",
                      "SystemCertificates",
                      "My",
                      "Certificates"),
                  certificates::read),
              SiteSettings.ofWindows(environment),
              program),
          new RegistryPolicy(registry),
          SystemInstaller.of(PcSystem.WINDOWS, systemRoot, false));
    }
    return os.startsWith("mac")
        ? new ThisPc(
            new ProfilerDevices(new SystemTool(PROFILER, PROFILER_SECONDS)::answer),
            RegisteredModules.NONE,
            PcStart.UNTOLD,
            new OtherSystem(new SystemFacts(PcSystem.MACOS, osName, architecture, false, false)),
            Optional.empty(),
            SettingsPages.of(PcSystem.MACOS, ""),
            new LsofPorts(Report.ofPrograms()),
            Surroundings.UNKNOWN,
            new PolicyFile(Path.of("/Library/Application Support/certassist/policy.json")),
            SystemInstaller.of(PcSystem.MACOS, "", false))
        : ofLinux(Path.of("/"), architecture, environment, java);
  }

  /// A Linux PC.
  ///
  /// @param folder `/`; another folder in tests
  /// @param java the Java that the program runs on
  public static ThisPc ofLinux(
      Path folder, String architecture, Map<String, String> environment, Path java) {
    boolean root = "root".equals(environment.get("USER"));
    return new ThisPc(
        new SysfsDevices(folder.resolve("sys/bus/usb/devices")),
        RegisteredModules.NONE,
        new LinuxStart(folder.resolve("proc/sys/kernel/random/boot_id")),
        new LinuxSystem(folder, environment, architecture),
        Optional.of(
            new CardServiceStart(CardServiceStart.Commands.ofLinux(root), new RunCommand())),
        SettingsPages.of(PcSystem.LINUX, ""),
        new ProcPorts(folder.resolve("proc")),
        new LinuxSurroundings(
            folder, SiteSettings.ofLinux(folder, environment), new PackageFiles(java)),
        new PolicyFile(folder.resolve("etc/certassist/policy.json")),
        SystemInstaller.of(PcSystem.LINUX, "", root));
  }

  /// What can be put right on this system only.
  ///
  /// @param home the folder with the user's data
  public Map<PcRepair, Remedy> remedies(Path home) {
    Map<PcRepair, Remedy> remedies = new EnumMap<>(PcRepair.class);
    if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      remedies.put(PcRepair.MAKE_HOME_WRITABLE, new OwnFolderRights(home));
    }
    cardServiceStart.ifPresent(start -> remedies.put(PcRepair.START_CARD_SERVICE, start));
    return remedies;
  }

  /// A program out of the folder of Windows and from nowhere else.
  private static SystemTool tool(String windows, String name, String... arguments) {
    Stream<String> program = Stream.of(Path.of(windows, "System32", name).toString());
    return new SystemTool(Stream.concat(program, Stream.of(arguments)).toList(), QUICK_SECONDS);
  }
}
