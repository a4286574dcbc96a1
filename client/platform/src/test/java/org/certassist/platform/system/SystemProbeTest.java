package org.certassist.platform.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.StorageFacts;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.diagnosis.PcSystem;
import org.certassist.platform.registry.RecordedRegistry;
import org.certassist.platform.registry.RegistryKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Linux (in a folder that looks like its root) and Windows (a registry written by hand) tell.
class SystemProbeTest {
  @TempDir Path root;

  private LinuxSystem linux(Map<String, String> environment) {
    return new LinuxSystem(root, environment, "amd64");
  }

  private Path file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void aLinuxOfWhichNothingIsKnown() {
    assertThat(linux(Map.of()).facts())
        .isEqualTo(new SystemFacts(PcSystem.LINUX, "Linux", "amd64", false, false));
    assertThat(linux(Map.of()).cardService()).isEqualTo(CardService.MISSING);
  }

  @Test
  void aVirtualLinuxByRemoteDesktop() throws Exception {
    file("etc/os-release", "ID=uos\nPRETTY_NAME=\"UnionTech OS Desktop 20 Pro\"\n");
    file("sys/class/dmi/id/sys_vendor", "QEMU\n");
    file("sys/class/dmi/id/product_name", "Standard PC (Q35 + ICH9, 2009)\n");

    assertThat(linux(Map.of("XRDP_SESSION", "1")).facts())
        .isEqualTo(
            new SystemFacts(PcSystem.LINUX, "UnionTech OS Desktop 20 Pro", "amd64", true, true));
  }

  @Test
  void thePcscDaemonIsThereStoppedOrMissing() throws Exception {
    Path program = file("usr/sbin/pcscd", "#!");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(linux(Map.of()).cardService()).isEqualTo(CardService.STOPPED);

    file("run/pcscd/pcscd.comm", "");
    assertThat(linux(Map.of()).cardService()).isEqualTo(CardService.ON_DEMAND);
  }

  private static WindowsSystem windows(String session, String start, String maker, String product) {
    List<RegistryKey> keys = new ArrayList<>();
    keys.add(
        new RegistryKey(
            "HKEY_LOCAL_MACHINE\\HARDWARE\\DESCRIPTION\\System\\BIOS",
            Map.of("systemmanufacturer", List.of(maker), "systemproductname", List.of(product))));
    if (!start.isEmpty()) {
      keys.add(
          new RegistryKey(
              "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SCardSvr",
              Map.of("start", List.of(start))));
    }
    return new WindowsSystem(
        new RecordedRegistry(keys),
        Map.of("SESSIONNAME", session),
        "Windows 11",
        "amd64",
        () -> "");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # session,     maker,                  product,                remote, virtual
          Console,       LENOVO,                 ThinkCentre M720,       false,  false
          RDP-Tcp#12,    LENOVO,                 ThinkCentre M720,       true,   false
          Console,       'VMware, Inc.',         'VMware20,1',           false,  true
          Console,       innotek GmbH,           VirtualBox,             false,  true
          RDP-Tcp#0,     Microsoft Corporation,  Virtual Machine,        true,   true
          Console,       Microsoft Corporation,  Surface Pro 9,          false,  false
          """)
  void windowsSaysWhoSitsBeforeIt(
      String session, String maker, String product, boolean remote, boolean virtual) {
    assertThat(windows(session, "3", maker, product).facts())
        .isEqualTo(new SystemFacts(PcSystem.WINDOWS, "Windows 11", "amd64", remote, virtual));
  }

  @ParameterizedTest
  @CsvSource({"2, ON_DEMAND", "3, ON_DEMAND", "4, DISABLED", "'', UNKNOWN"})
  void windowsSaysHowTheCardServiceStarts(String start, CardService service) {
    assertThat(windows("Console", start, "LENOVO", "x").cardService()).isEqualTo(service);
  }

  @Test
  void aFolderThatIsNotThereYetIsJudgedByWhatItWillBeIn() {
    StorageFacts facts = new HomeFolder(root.resolve("new/certassist")).facts();

    assertThat(facts.writable()).isTrue();
    assertThat(facts.free()).isPositive();
    assertThat(root).as("nothing is left behind").isEmptyDirectory();
  }

  /// Root may write everywhere but in what the kernel keeps for itself.
  @Test
  void aFolderThatCannotBeWrittenIsSaidSo() {
    assertThat(new HomeFolder(Path.of("/proc/certassist")).facts().writable()).isFalse();
  }
}
