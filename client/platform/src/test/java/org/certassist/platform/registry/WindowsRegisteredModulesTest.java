package org.certassist.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /// They are words to be shown: nothing resolves, opens or loads them.
  @Test
  void strangeValuesStayWordsAndEndlessOnesAreLeftOut() {
    List<String> strange =
        List.of(
            "evil.dll",
            "..\\..\\evil.dll",
            "\\\\server\\share\\evil.dll",
            "\\\\.\\pipe\\evil",
            "\\\\?\\C:\\evil.dll",
            "NUL",
            "C:\\evil.dll:stream",
            "C:\\a\0b.dll",
            "\u001b[2J\u202egnirts.dll",
            "%TEMP%\\evil.dll",
            "<>|*?\"");
    List<RegistryKey> keys = new ArrayList<>();
    for (String path : strange) {
      keys.add(provider(path));
    }
    keys.add(provider("C:\\" + "a".repeat(32_765)));
    assertThat(new WindowsRegisteredModules(new RecordedRegistry(keys)).list())
        .extracting(RegisteredModule::path)
        .isEqualTo(strange);
  }

  @Test
  void noMoreAreListedThanAPcCanHave() {
    List<RegistryKey> keys = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      keys.add(provider("C:\\" + i + ".dll"));
    }
    assertThat(new WindowsRegisteredModules(new RecordedRegistry(keys)).list()).hasSize(1_000);
  }

  private static RegistryKey provider(String path) {
    return new RegistryKey(
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Cryptography\\Defaults\\Provider\\CSP",
        Map.of("skfimagepath", List.of(path)));
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
