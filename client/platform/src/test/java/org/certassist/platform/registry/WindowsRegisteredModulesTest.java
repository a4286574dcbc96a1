package org.certassist.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.driver.RegisteredModule.Spoken;
import org.certassist.core.driver.UsbId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What installers have entered on a PC that was written by hand for the tests.
class WindowsRegisteredModulesTest {
  private static final List<UsbId> TWO =
      List.of(new UsbId(0x5448, 0x0003), new UsbId(0xF02E, 0x0101));

  @TempDir private Path folder;

  @Test
  void findsEveryEntryOnce() {
    String haitai = "HaiTai Cryptographic Service Provider [20069]";
    assertThat(new WindowsRegisteredModules(RecordedRegistry.of("office-pc.reg", folder)).list())
        .containsExactlyInAnyOrder(
            entry("C:\\Windows\\System32\\SKFAPI20069.dll", Spoken.SKF, haitai),
            entry("C:\\Windows\\System32\\HtCsp20069.dll", Spoken.CSP, haitai),
            entry("C:\\Program Files (x86)\\某某CA\\\"SKF\".dll", Spoken.SKF, "某某 CSP"),
            new RegisteredModule(
                "C:\\Windows\\System32\\HtPkcs11.dll", Spoken.PKCS11, "NETCA", TWO),
            new RegisteredModule("C:\\Windows\\System32\\NetcaSKF.dll", Spoken.SKF, "NETCA", TWO),
            entry("C:\\Windows\\System32\\Other.dll", Spoken.SKF, "NETCA"),
            entry("HTPKCS11.dll", Spoken.PKCS11, "HaiTai Cryptographic Service Provider"),
            entry("mtoken_gm3000.dll", Spoken.SKF, "Epoint"),
            entry("SKFAPI20438.dll", Spoken.SKF, "Epoint"));
  }

  private static RegisteredModule entry(String path, Spoken spoken, String by) {
    return new RegisteredModule(path, spoken, by, List.of());
  }

  @Test
  void asksWindowsOwnProgramForBothViews() {
    RegExe registry = new RegExe(Path.of("/Windows"));
    Path export = Path.of("/tmp/a.reg");
    assertThat(registry.command("HKEY_LOCAL_MACHINE\\SOFTWARE", Registry.View.WIDE, export))
        .containsExactly(
            "/Windows/System32/reg.exe",
            "export",
            "HKEY_LOCAL_MACHINE\\SOFTWARE",
            "/tmp/a.reg",
            "/y",
            "/reg:64");
    assertThat(registry.command("HKEY_CURRENT_USER\\A", Registry.View.NARROW, export))
        .endsWith("/reg:32");
    assertThat(registry.branch("HKEY_CURRENT_USER\\A", Registry.View.WIDE))
        .as("there is no such program here")
        .isEmpty();
  }
}
