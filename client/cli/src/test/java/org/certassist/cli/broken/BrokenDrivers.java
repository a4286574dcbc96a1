package org.certassist.cli.broken;

import static org.certassist.cli.broken.Broken.one;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.bridge.simulator.SimulatedFault;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.driver.UsbId;
import org.certassist.platform.registry.Registry;
import org.certassist.platform.registry.RegistryExport;
import org.certassist.platform.registry.RegistryKey;
import org.certassist.platform.system.WindowsSystem;

/// What can be wrong between the USB socket and the driver.
final class BrokenDrivers {
  private static final long CKR_GENERAL_ERROR = 0x5;
  private static final long CKR_ARGUMENTS_BAD = 0x7;
  private static final long CKR_DEVICE_ERROR = 0x30;
  private static final String INITIALIZE = "C_Initialize";
  private static final String NO_TOKEN = "";

  /// Long enough for a driver in order on a busy machine.
  private static final Duration SOON = Duration.ofSeconds(4);

  private BrokenDrivers() {}

  static List<Broken> all() {
    return List.of(
        one(
            "the driver's library was removed",
            Cause.DRIVER_GONE,
            pc -> Files.delete(pc.key(pc.issuer().good()).copiedModule())),
        one(
            "the library is of 32 bits",
            Cause.DRIVER_WRONG_WORD_SIZE,
            pc -> pc.onlyDriver(sample(pc, "Linux/x86/libsqlitejdbc.so"))),
        one(
            "the library is for another processor",
            Cause.DRIVER_WRONG_WORD_SIZE,
            pc -> pc.onlyDriver(sample(pc, "Linux/aarch64/libsqlitejdbc.so"))),
        one(
            "the library is for another system",
            Cause.DRIVER_NOT_A_DRIVER,
            pc -> pc.onlyDriver(sample(pc, "Windows/x86_64/sqlitejdbc.dll"))),
        one(
            "a library that it needs is not there",
            Cause.DRIVER_MISSING_DEPENDENCY,
            pc -> pc.onlyDriver(Libraries.lackingAnother(pc.fresh("libvendor_p11.so")))),
        one(
            "a web page was saved in the library's place",
            Cause.DRIVER_NOT_A_DRIVER,
            pc -> pc.onlyDriver(Files.writeString(pc.fresh("driver.so"), "<html>404</html>"))),
        one(
            "the library was cut off in the middle",
            Cause.DRIVER_NOT_A_DRIVER,
            pc -> pc.onlyDriver(cutOff(sample(pc, "Linux/x86_64/libsqlitejdbc.so")))),
        one(
            "the library has no function of PKCS#11",
            Cause.DRIVER_NOT_A_DRIVER,
            pc -> pc.onlyDriver(Libraries.empty(pc.fresh("libSKF_driver.so")))),
        one(
            "everybody may change the library",
            Cause.DRIVER_SUSPICIOUS,
            pc -> permit(pc.key(pc.issuer().good()).copiedModule(), "rwxr-xrwx")),
        one(
            "everybody may change the library's folder",
            Cause.DRIVER_SUSPICIOUS,
            pc ->
                permit(
                    pc.key(pc.issuer().good()).copiedModule().resolve("..").normalize(),
                    "rwxrwxrwx")),
        one(
            "the library was exchanged since the last look",
            Cause.DRIVER_SUSPICIOUS,
            pc -> {
              Path library = pc.key(pc.issuer().good()).copiedModule();
              pc.look();
              Files.writeString(library, "more", StandardOpenOption.APPEND);
            }),
        one(
            "the driver does not start",
            Cause.DRIVER_REFUSED,
            failing(INITIALIZE, SimulatedFault.returns(CKR_GENERAL_ERROR))),
        one(
            "the driver does not take its start arguments",
            Cause.DRIVER_REFUSES_ARGUMENTS,
            failing(INITIALIZE, SimulatedFault.returns(CKR_ARGUMENTS_BAD))),
        one(
            "the driver hangs as it starts (with the usual patience)",
            Cause.DRIVER_HUNG,
            failing(INITIALIZE, SimulatedFault.hang())),
        one(
            "the driver hangs as it lists its keys",
            Cause.DRIVER_HUNG,
            pc -> {
              pc.waitForDrivers(SOON);
              failing("C_GetSlotList", SimulatedFault.hang()).breakDown(pc);
            }),
        one(
            "the driver hangs as the certificates are read",
            Cause.DRIVER_HUNG,
            pc -> {
              pc.waitForDrivers(SOON);
              failing("C_GetAttributeValue", SimulatedFault.hang()).breakDown(pc);
            }),
        one(
            "the driver crashes",
            Cause.DRIVER_CRASHED,
            failing(INITIALIZE, SimulatedFault.crash())),
        one(
            "the driver ends its process",
            Cause.DRIVER_CRASHED,
            failing("C_GetSlotList", SimulatedFault.exit(0))),
        one(
            "the driver has crashed three times",
            Cause.DRIVER_QUARANTINED,
            pc -> {
              failing(INITIALIZE, SimulatedFault.crash()).breakDown(pc);
              for (int time = 0; time < 3; time++) {
                pc.look();
              }
            }),
        one(
            "another program holds the key",
            Cause.DRIVER_BUSY,
            pc -> {
              Simulator taken = pc.key(pc.issuer().good());
              pc.look();
              taken.pull("key");
              taken.always("C_GetSlotInfo", SimulatedFault.returns(CKR_DEVICE_ERROR));
            }),
        one(
            "the driver works and does not see the key that is plugged in",
            Cause.DRIVER_SEES_NO_KEY,
            pc -> pc.simulator(NO_TOKEN)),
        one(
            "the driver of the key was never installed",
            Cause.DRIVER_NOT_INSTALLED,
            pc -> Files.delete(pc.home().resolve("picked-drivers.txt"))),
        one(
            "a key for which no driver was ever found (天地融)",
            Cause.DRIVER_NONE_KNOWN,
            pc -> {
              pc.plugOnly("1780:0010", MadePc.HID);
              Files.delete(pc.home().resolve("picked-drivers.txt"));
            }),
        one(
            "two drivers, and the one that no key needs crashes",
            Cause.SECOND_DRIVER_IN_TROUBLE,
            pc -> {
              Simulator other = pc.furtherDriver(NO_TOKEN);
              other.always(INITIALIZE, SimulatedFault.crash());
              pc.pick(other.copiedModule(), Optional.empty());
            }),
        one(
            "the key shows its CD-ROM only",
            Cause.USB_AS_CD_ROM,
            pc -> {
              pc.plugOnly(MadePc.EPASS, MadePc.STORAGE);
              pc.simulator(NO_TOKEN);
            }),
        one(
            "a smart-card device is plugged in that nobody knows",
            Cause.USB_UNKNOWN_DEVICE,
            pc -> {
              pc.plugOnly("1234:5678", MadePc.SMART_CARD);
              pc.simulator(NO_TOKEN);
            }),
        one(
            "no key is plugged in",
            Cause.KEY_NOT_PLUGGED,
            pc -> {
              pc.unplug();
              pc.simulator(NO_TOKEN);
            }),
        one(
            "no key, and the PC is worked on by remote desktop",
            Cause.REMOTE_SESSION,
            pc -> {
              pc.unplug();
              pc.simulator(NO_TOKEN);
              pc.session("XRDP_SESSION");
            }),
        one(
            "no key, and the PC is a virtual machine",
            Cause.VIRTUAL_MACHINE,
            pc -> {
              pc.unplug();
              pc.simulator(NO_TOKEN);
              pc.system("sys/class/dmi/id/sys_vendor", "QEMU\n");
            }),
        one(
            "the smart-card service is stopped",
            Cause.CARD_SERVICE_STOPPED,
            pc -> {
              unseenCard(pc);
              Path daemon = pc.system("usr/sbin/pcscd", "#!");
              permit(daemon, "rwxr-xr-x");
            }),
        one(
            "the smart-card service is not installed",
            Cause.CARD_SERVICE_MISSING,
            BrokenDrivers::unseenCard),
        one(
            "the smart-card service is switched off (an export of a Windows registry)",
            Cause.CARD_SERVICE_DISABLED,
            pc -> {
              unseenCard(pc);
              pc.system(
                  new WindowsSystem(
                      export(
                          pc,
                          "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SCardSvr]",
                          "\"Start\"=dword:00000004"),
                      Map.of(),
                      "Windows 11",
                      "amd64",
                      () -> ""));
            }));
  }

  private static Path sample(MadePc pc, String library) throws IOException {
    return Libraries.sqlite(library, pc.fresh("driver.so"));
  }

  private static Path cutOff(Path library) throws IOException {
    try (FileChannel file = FileChannel.open(library, StandardOpenOption.WRITE)) {
      file.truncate(40);
    }
    return library;
  }

  private static void permit(Path place, String permissions) throws IOException {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(permissions));
  }

  /// A driver with a key in which a function does something else.
  static Broken.Breaking failing(String function, SimulatedFault fault) {
    return pc -> pc.key(pc.issuer().good()).always(function, fault);
  }

  /// A key that is a smart card, and of which the driver sees nothing.
  private static void unseenCard(MadePc pc) throws IOException {
    pc.plugOnly(MadePc.EPASS, MadePc.SMART_CARD);
    pc.simulator(NO_TOKEN);
    Trees.delete(pc.system().resolve("run"));
  }

  private static Registry export(MadePc pc, String... lines) throws IOException {
    Path file =
        Files.writeString(
            pc.fresh("services.reg"), "REGEDIT4\n\n" + String.join("\n", lines) + "\n");
    List<RegistryKey> keys = RegistryExport.read(file);
    return (branch, _) -> keys.stream().filter(key -> key.path().equalsIgnoreCase(branch)).toList();
  }

  static void pickedToo(MadePc pc, Path library) throws IOException {
    pc.pick(library, UsbId.of(MadePc.EPASS));
  }
}
