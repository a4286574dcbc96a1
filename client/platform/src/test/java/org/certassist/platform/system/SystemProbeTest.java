package org.certassist.platform.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.diagnosis.Pc.StorageFacts;
import org.certassist.core.diagnosis.Pc.SystemFacts;
import org.certassist.core.diagnosis.Pc.UserRights;
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
    Path program = file("usr/local/sbin/pcscd", "#!");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(linux(Map.of()).cardService()).as("no program").isEqualTo(CardService.MISSING);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(linux(Map.of()).cardService()).isEqualTo(CardService.STOPPED);

    file("run/pcscd/pcscd.comm", "");
    assertThat(linux(Map.of()).cardService()).isEqualTo(CardService.ON_DEMAND);
  }

  @ParameterizedTest
  @CsvSource({
    "'Uid:\t0\t0\t0\t0', ELEVATED",
    "'Uid:\t1000\t1000\nGroups:\t10 1000', ADMINISTRATOR",
    "'Uid:\t1000\t1000\nGroups:\t27 1000 ', ADMINISTRATOR",
    "'Uid:\t1000\t1000\nGroups:\t271 1000', ORDINARY",
    "'Name:\tjava', UNKNOWN"
  })
  void linuxSaysWhatTheUserMayChange(String status, UserRights rights) throws Exception {
    file("etc/group", "root:x:0:\nsudo:x:27:clerk\nwheel:x:10:\nclerk:x:1000:\nbroken\n");
    file("proc/self/status", status);

    assertThat(linux(Map.of()).facts().rights()).isEqualTo(rights);
  }

  @ParameterizedTest
  @CsvSource({
    "'S-1-5-32-544', 'S-1-16-12288', ELEVATED",
    "'S-1-5-32-545', 'S-1-16-16384', ELEVATED",
    "'S-1-5-32-544', 'S-1-16-8192', ADMINISTRATOR",
    "'S-1-5-32-545', 'S-1-16-8192', ORDINARY",
    "'S-1-5-32-5440', 'S-1-16-8192', ORDINARY",
    "'S-1-5-32-544', 'S-1-1-0', UNKNOWN"
  })
  void windowsSaysWhatTheUserMayChange(String group, String level, UserRights rights) {
    String said =
        "\"BUILTIN\\X\",\"别名\",\"%s\",\"\"\n\"Label\",\"标签\",\"%s\",\"\"\n".formatted(group, level);
    WindowsSystem windows =
        new WindowsSystem(
            new RecordedRegistry(List.of()), Map.of(), "Windows 11", "amd64", () -> said);

    assertThat(windows.facts().rights()).isEqualTo(rights);
  }

  @Test
  void aToolIsEndedAndBounded() {
    SystemTool slow = new SystemTool(List.of("/bin/sh", "-c", "echo begun; exec sleep 60"), 1);
    long begin = System.nanoTime();

    assertThat(slow.answer()).isEqualTo("begun\n");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    assertThat(new SystemTool(List.of("/nowhere/tool"), 1).answer()).isEmpty();
  }

  @Test
  void ofAToolThatSaysTooMuchTheBeginningIsTakenAndItsTroublesAreNot() {
    String much = "head -c 9000000 /dev/zero";
    String troubles = "head -c 200000 /dev/zero >&2; echo done";

    assertThat(new SystemTool(List.of("/bin/sh", "-c", much), 20).answer()).hasSize(8 << 20);
    assertThat(new SystemTool(List.of("/bin/sh", "-c", troubles), 5).answer()).isEqualTo("done\n");
  }

  @ParameterizedTest
  @CsvSource({"MACOS, ON_DEMAND", "OTHER, UNKNOWN"})
  void macOsAlwaysHasItsCardService(PcSystem system, CardService service) {
    SystemFacts facts = new SystemFacts(system, "Mac OS X", "aarch64", false, false);

    assertThat(new OtherSystem(facts).cardService()).isEqualTo(service);
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
          Console,       QEMU,                   Standard PC,            false,  true
          Console,       innotek GmbH,           VirtualBox,             false,  true
          RDP-Tcp#0,     Microsoft Corporation,  Virtual Machine,        true,   true
          Console,       Microsoft Corporation,  Surface Pro 9,          false,  false
          Console,       ADATA,                  XPG XENIA 15,           false,  false
          ICA-CGP#2,     OpenStack Foundation,   OpenStack Nova,         true,   true
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
  void aFolderThatIsNotThereYetIsJudgedByWhatItWillBeIn() throws IOException {
    StorageFacts facts = new HomeFolder(root.resolve("new/certassist")).facts();

    assertThat(facts.writable()).isTrue();
    assertThat(facts.free()).isPositive().isLessThan(Files.getFileStore(root).getTotalSpace());
    assertThat(root).as("nothing is left behind").isEmptyDirectory();
  }

  /// Root may write everywhere but in what the kernel keeps for itself.
  @Test
  void aFolderThatCannotBeWrittenIsSaidSo() {
    assertThat(new HomeFolder(Path.of("/proc/certassist")).facts().writable()).isFalse();
  }
}
