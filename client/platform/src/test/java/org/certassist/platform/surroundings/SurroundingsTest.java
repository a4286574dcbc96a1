package org.certassist.platform.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.CertificateUsage;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Holder;
import org.certassist.core.driver.UsbId;
import org.certassist.core.surroundings.BrowserFacts.By;
import org.certassist.core.surroundings.BrowserFacts.Old;
import org.certassist.core.surroundings.BrowserFacts.Rule;
import org.certassist.core.surroundings.StoredCertificate;
import org.certassist.core.surroundings.TroubledDevice;
import org.certassist.platform.registry.RecordedRegistry;
import org.certassist.platform.registry.RegistryKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Single facts about what lies around the program; whole PCs stand in the recordings of
/// client/cli.
class SurroundingsTest {
  private static final String RESTRICTIONS =
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\DeviceInstall\\Restrictions";
  private static final String MY =
      "HKEY_CURRENT_USER\\Software\\Microsoft\\SystemCertificates\\My\\Certificates";
  private static final UsbId KEY = new UsbId(0x096E, 0x0309);

  @TempDir private Path folder;
  private final List<RegistryKey> keys = new ArrayList<>();

  private RecordedRegistry registry() {
    return new RecordedRegistry(keys);
  }

  private void key(String path, Map<String, List<String>> values) {
    keys.add(new RegistryKey(path, values));
  }

  private List<TroubledDevice> troubled(String said) {
    return ProblemDevices.in(said, DevicePolicies.of(registry()));
  }

  @Test
  void aDeviceInTroubleIsReadInAnyLanguage() {
    TroubledDevice device = new TroubledDevice(KEY, 28, false);

    assertThat(
            troubled(
                """
                Microsoft PnP Utility

                Instance ID:                USB\\VID_096E&PID_0309\\5&2C4F1A&0&2
                Device Description:         ePass3000GM
                Status:                     Problem
                Problem Code:               28 (0x1C) [CM_PROB_FAILED_INSTALL]
                Problem Status:             0xC0000490
                """))
        .containsExactly(device);
    assertThat(
            troubled(
                "\uFFFD\uFFFD ID:  usb\\vid_096e&pid_0309\\5&2c4f1a\r\n\uFFFD:  28 (0x1c) [X]\r\n"))
        .as("Chinese in an encoding that is not known")
        .containsExactly(device);
    assertThat(troubled("ID: HID\\VID_096E&PID_0309\\6&1\nCode: 28 (0x1C) [X]"))
        .containsExactly(device);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PNPUTIL [/add-driver <...> | /delete-driver <...>]",
        "Instance ID: USB\\VID_096E&PID_0309\\5\n\nProblem Code: 28 (0x1C) [X]",
        "Instance ID: USB\\VID_096E&PID_0309\\5\nProblem Code: 28 (0x1D) [X]",
        "Instance ID: USB\\VID_096E&PID_0309\\5\nStatus: Started",
        "Instance ID: SCFILTER\\CID_3B9F\\7&2\nProblem Code: 28 (0x1C) [X]",
        "Instance ID: USB\\ROOT_HUB30\\4&1\nProblem Code: 10 (0x0A) [X]"
      })
  void whatIsNoUsbDeviceInTroubleIsLeftOut(String said) {
    assertThat(troubled(said)).isEmpty();
  }

  @Test
  void aStrangersAnswerIsBounded() {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      said.append("ID: USB\\VID_%04X&PID_0001\\%d\nCode: 10 (0x0A) [X]\n\n".formatted(i, i));
    }
    assertThat(troubled(said.toString())).hasSize(200);
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    assertThat(troubled(new String(noise, StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # switch,          listed,                                   forbids
          DenyDeviceIDs,     USB\\VID_096E&PID_0309,                    true
          DenyDeviceIDs,     USB\\VID_096E&PID_0309&REV_0100,           true
          DenyDeviceIDs,     USB\\VID_096E&PID_0303,                    false
          DenyDeviceIDs,     USB\\VID_096E&PID_030900,                  false
          DenyDeviceIDs,     USB\\Class_0B,                             true
          DenyDeviceIDs,     PCI\\CC_0C0A,                              false
          DenyInstanceIDs,   USB\\VID_096E&PID_0309\\5&1,                true
          DenyDeviceClasses, {745a17a0-74d3-11d0-b6fe-00a0c90f57da},   true
          DenyDeviceClasses, {d48179be-ec20-11d1-b6b8-00c04fa372a7},   false
          """)
  void aPolicyForbidsWhatItNames(String name, String listed, boolean forbids) {
    key(RESTRICTIONS, Map.of(name.toLowerCase(Locale.ROOT), List.of("1")));
    key(RESTRICTIONS + "\\" + name, Map.of("1", List.of(listed)));

    assertThat(DevicePolicies.of(registry()).forbids(KEY, "USB\\VID_096E&PID_0309\\5&1", 28))
        .isEqualTo(forbids);
  }

  /// CD-ROMs and disks, as policies against sticks name them: what does not show as one has code 28
  /// for want of its driver.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{4D36E965-E325-11CE-BFC1-08002BE10318}",
        "{4D36E967-E325-11CE-BFC1-08002BE10318}"
      })
  void aPolicyAgainstDisksIsNotOneAgainstKeys(String disks) {
    key(RESTRICTIONS, Map.of("denydeviceclasses", List.of("1")));
    key(RESTRICTIONS + "\\DenyDeviceClasses", Map.of("1", List.of(disks)));
    DevicePolicies policies = DevicePolicies.of(registry());

    assertThat(policies.forbids(KEY, "USB\\VID_096E&PID_0309\\5&1", 28)).isFalse();
    assertThat(policies.forbids(KEY, "HID\\VID_096E&PID_0309\\5&1", 28)).isFalse();
    assertThat(policies.forbids(KEY, "USBSTOR\\VID_096E&PID_0309\\5&1", 28)).isTrue();
  }

  /// CD and DVD drives count, and what forbids everything; tape drives do not.
  @ParameterizedTest
  @CsvSource({
    "'', deny_all, true",
    "\\{53F56308-B6BF-11D0-94F2-00A0C91EFB8B}, deny_read, true",
    "\\{53F56308-B6BF-11D0-94F2-00A0C91EFB8B}, deny_write, false",
    "\\{53F5630B-B6BF-11D0-94F2-00A0C91EFB8B}, deny_read, false"
  })
  void disksAreForbiddenByWhatForbidsToReadThem(String of, String what, boolean forbidden) {
    key(
        "HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Microsoft\\Windows\\RemovableStorageDevices" + of,
        Map.of(what, List.of("1")));

    assertThat(DevicePolicies.of(registry()).isStorageForbidden()).isEqualTo(forbidden);
  }

  @Test
  void aListWhoseSwitchIsOffSaysNothing() {
    key(RESTRICTIONS, Map.of("denydeviceids", List.of("0"), "denyunspecified", List.of("0")));
    key(RESTRICTIONS + "\\DenyDeviceIDs", Map.of("1", List.of("USB\\VID_096E&PID_0309")));

    assertThat(DevicePolicies.of(registry()).forbids(KEY, "", 28)).isFalse();
  }

  @Test
  void whatIsAllowedByNameIsNotUnspecified() {
    key(RESTRICTIONS, Map.of("denyunspecified", List.of("1"), "allowdeviceids", List.of("1")));
    key(RESTRICTIONS + "\\AllowDeviceIDs", Map.of("1", List.of("USB\\VID_096E&PID_0309")));

    assertThat(DevicePolicies.of(registry()).forbids(KEY, "", 28)).isFalse();
    assertThat(DevicePolicies.of(registry()).forbids(new UsbId(1, 2), "", 28)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "AllowDeviceIDs, USB\\Class_0B, true",
    "AllowInstanceIDs, USB\\VID_096E&PID_0309\\5&1, true",
    "AllowInstanceIDs, USB\\VID_096E&PID_0309\\5&2, false",
    "AllowDeviceClasses, {50dd5230-ba8a-11d1-bf5d-0000f805f530}, true",
    "AllowDeviceClasses, {4d36e967-e325-11ce-bfc1-08002be10318}, false"
  })
  void whatIsAllowedInAnotherWayIsNotUnspecifiedEither(
      String name, String listed, boolean allowed) {
    key(
        RESTRICTIONS,
        Map.of("denyunspecified", List.of("1"), name.toLowerCase(Locale.ROOT), List.of("1")));
    key(RESTRICTIONS + "\\" + name, Map.of("1", List.of(listed)));

    assertThat(DevicePolicies.of(registry()).forbids(KEY, "USB\\VID_096E&PID_0309\\5&1", 28))
        .isEqualTo(!allowed);
  }

  @Test
  void whatIsSetForThePcCountsBeforeWhatIsSetForTheUser() {
    String list = "\\SOFTWARE\\Policies\\Microsoft\\Edge\\LocalNetworkAccessAllowedForUrls";
    key("HKEY_CURRENT_USER" + list, Map.of("1", List.of("of the user")));
    assertThat(BrowserPolicies.of(registry(), "Edge"))
        .containsExactly(
            new Rule(By.POLICY, "LocalNetworkAccessAllowedForUrls", true, List.of("of the user")));

    key("HKEY_LOCAL_MACHINE" + list, Map.of("1", List.of("of the PC")));
    assertThat(BrowserPolicies.of(registry(), "Edge"))
        .containsExactly(
            new Rule(By.POLICY, "LocalNetworkAccessAllowedForUrls", true, List.of("of the PC")));
  }

  @Test
  void toForbidCountsBeforeToAllow() {
    String edge = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge\\";
    List<String> policies =
        List.of(
            "LoopbackNetworkBlockedForUrls",
            "LoopbackNetworkAllowedForUrls",
            "LocalNetworkAccessBlockedForUrls",
            "LocalNetworkAccessAllowedForUrls");
    policies.reversed().forEach(policy -> key(edge + policy, Map.of("1", List.of("*"))));

    assertThat(BrowserPolicies.of(registry(), "Edge"))
        .extracting(Rule::name)
        .containsExactlyElementsOf(policies);
  }

  @ParameterizedTest
  @CsvSource({
    "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge,"
        + " internetexplorerintegrationreloadiniemodeallowed, THERE",
    "HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\360SE.exe,"
        + " path, THERE",
    "HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\wps.exe,"
        + " path, UNKNOWN"
  })
  void anOlderModeIsThereByPolicyOrByAnotherBrowser(String path, String value, Old expected) {
    key(path, Map.of(value, List.of("1")));

    assertThat(BrowserPolicies.old(registry())).isEqualTo(expected);
  }

  private void installed(String root, String name) {
    key(
        root + "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{" + keys.size() + "}",
        Map.of("displayname", List.of(name)));
  }

  @Test
  void eachProgramForKeysIsNamedOnceAndNoneThatIsTooLongOrOurs() {
    installed("HKEY_LOCAL_MACHINE", "BJCA 证书应用环境");
    installed("HKEY_LOCAL_MACHINE", "BJCA 证书应用环境");
    installed("HKEY_LOCAL_MACHINE", "certassist USBKey");
    installed("HKEY_LOCAL_MACHINE", "WPS Office");
    installed("HKEY_LOCAL_MACHINE", "BJCA" + "x".repeat(97));
    installed("HKEY_CURRENT_USER", "mToken GM3000");
    key(
        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\part",
        Map.of("displayname", List.of("BJCA part of it"), "systemcomponent", List.of("1")));

    assertThat(InstalledPrograms.forKeys(registry()))
        .containsExactly("BJCA 证书应用环境", "mToken GM3000");
  }

  @Test
  void ofManyProgramsForKeysSomeAreNamed() {
    for (int i = 0; i < 30; i++) {
      installed("HKEY_LOCAL_MACHINE", "UKey " + i);
    }

    assertThat(InstalledPrograms.forKeys(registry())).hasSize(20);
  }

  private static byte[] blob(boolean hasKey, String certificate) {
    byte[] der = certificate.getBytes(StandardCharsets.UTF_8);
    ByteBuffer blob = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    property(blob, 3, new byte[20]);
    if (hasKey) {
      property(blob, 2, new byte[28]);
    }
    property(blob, 32, der);
    byte[] bytes = new byte[blob.position()];
    blob.flip().get(bytes);
    return bytes;
  }

  private static void property(ByteBuffer blob, int id, byte[] value) {
    blob.putInt(id).putInt(1).putInt(value.length).put(value);
  }

  private static StoredCertificate stored(String certificate, boolean hasKey) {
    return new StoredCertificate(
        new EncodedCertificate(certificate.getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        hasKey);
  }

  private List<StoredCertificate> store() {
    return new CertificateStore(folder.resolve("My"), _ -> Optional.empty()).list(registry());
  }

  @Test
  void theStoreIsReadFromTheRegistryAndFromFiles() throws IOException {
    keys.add(
        new RegistryKey(
            MY + "\\AB12", Map.of(), Map.of("blob", HexFormat.of().formatHex(blob(true, "one")))));
    Files.createDirectories(folder.resolve("My"));
    Files.write(folder.resolve("My").resolve("CD34"), blob(false, "two"));

    assertThat(store()).containsExactly(stored("one", true), stored("two", false));
  }

  @Test
  void aCertificateOfTheStoreIsReadAndAnEmptyPlaceOfAKeyIsNone() throws IOException {
    CertificateFacts facts =
        new CertificateFacts(
            new EncodedCertificate(new byte[] {1}),
            "CN=one",
            Holder.UNKNOWN,
            "CN=练习 CA",
            "01",
            Instant.EPOCH,
            Instant.MAX,
            "RSA 2048",
            CertificateUsage.SIGNING);
    byte[] whole = blob(false, "one");
    ByteBuffer more = ByteBuffer.allocate(whole.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    more.put(whole);
    property(more, 2, new byte[0]);
    Files.createDirectories(folder.resolve("My"));
    Files.write(folder.resolve("My").resolve("x"), more.array());

    assertThat(new CertificateStore(folder.resolve("My"), _ -> Optional.of(facts)).list(registry()))
        .containsExactly(
            new StoredCertificate(
                new EncodedCertificate("one".getBytes(StandardCharsets.UTF_8)),
                Optional.of(facts),
                false));
  }

  @Test
  void ofAHugeStoreSomeIsRead() throws IOException {
    Path files = Files.createDirectories(folder.resolve("My"));
    Files.write(files.resolve("huge"), Arrays.copyOf(blob(true, "huge"), 65 << 10));
    assertThat(store()).isEmpty();

    for (int i = 0; i < 501; i++) {
      String hex = HexFormat.of().formatHex(blob(true, "c" + i));
      keys.add(new RegistryKey(MY + "\\" + i, Map.of(), Map.of("blob", hex)));
    }
    assertThat(store()).hasSize(500);
  }

  @Test
  void aStoreThatIsDamagedHasWhatCanBeRead() throws IOException {
    byte[] whole = blob(true, "one");
    Files.createDirectories(folder.resolve("My"));
    for (int length = 0; length < whole.length; length++) {
      Files.write(folder.resolve("My").resolve("x"), Arrays.copyOf(whole, length));
      assertThat(store()).as("%d bytes", length).isEmpty();
    }
    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(8, -1);
    Files.write(folder.resolve("My").resolve("x"), whole);
    Files.write(folder.resolve("My").resolve("y"), new byte[65 << 10]);
    assertThat(store()).isEmpty();
  }

  @Test
  void aPackageMissesWhatItsListNames() throws IOException {
    Path app = Files.createDirectories(folder.resolve("lib/app"));
    Path bin = Files.createDirectories(folder.resolve("lib/runtime/bin"));
    PackageFiles files = new PackageFiles(folder.resolve("lib/runtime"));
    assertThat(files.missing()).as("no package").isEmpty();

    Files.writeString(
        app.resolve("certassist.cfg"),
        """
        [Application]
        app.mainclass=org.certassist.cli.Main
        app.classpath=$APPDIR/cli-0.1.0.jar
        app.classpath=$APPDIR/sqlite-jdbc-3.54.1.0.jar
        app.classpath=$APPDIR/../../../etc/passwd.jar

        [JavaOptions]
        java-options=-Dorg.sqlite.lib.path=$APPDIR
        """);
    Files.createFile(app.resolve("sqlite-jdbc-3.54.1.0.jar"));
    assertThat(files.missing().orElseThrow())
        .containsExactly("cli-0.1.0.jar", "sqlitejdbc", "java");

    Files.createFile(app.resolve("cli-0.1.0.jar"));
    Files.createFile(app.resolve("libsqlitejdbc.so"));
    Files.createFile(bin.resolve("java"));
    assertThat(files.missing().orElseThrow()).isEmpty();
  }

  @Test
  void aPackageOfWindowsIsReadTheSameWay() throws IOException {
    Path app = Files.createDirectories(folder.resolve("certassist/app"));
    Path bin = Files.createDirectories(folder.resolve("certassist/runtime/bin"));
    PackageFiles program = new PackageFiles(folder.resolve("certassist/runtime"));
    Files.writeString(
        app.resolve("certassist.cfg"),
        "[Application]\r\napp.mainjar=$APPDIR\\desktop.jar\r\napp.classpath=$APPDIR\\core.jar\r\n");
    Files.writeString(app.resolve("certassist-cli.cfg"), "app.classpath=$APPDIR\\cli.jar\r\n");
    Files.writeString(
        app.resolve("huge.cfg"), "app.classpath=$APPDIR\\huge.jar\n" + " ".repeat(65 << 10));
    Files.createFile(bin.resolve("java.exe"));

    SiteSettings none = SiteSettings.ofLinux(folder, Map.of());
    assertThat(new LinuxSurroundings(folder, none, program).missingFiles().orElseThrow())
        .as("SQLite's library only where a list names it")
        .containsExactlyInAnyOrder("desktop.jar", "core.jar", "cli.jar");
  }
}
