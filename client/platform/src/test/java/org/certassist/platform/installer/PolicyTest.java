package org.certassist.platform.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.certassist.core.installer.InstallerFault;
import org.certassist.core.installer.InstallerPolicy.Rule;
import org.certassist.platform.registry.Registry;
import org.certassist.platform.registry.RegistryKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The folder that IT has laid down, in files that whoever runs the test owns, and in registries
/// made by hand.
class PolicyTest {
  private static final String MACHINE = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\certassist";

  @TempDir private Path temp;
  private Path folder;
  private Path file;

  @BeforeEach
  void aFileOfAnAdministrators() throws IOException {
    folder = rights(Files.createDirectory(temp.resolve("certassist")), "rwxr-xr-x");
    file = folder.resolve("policy.json");
    write("{\"driverFolder\": \"/srv/drivers\", \"tomorrow\": 1}");
  }

  private void write(String text) throws IOException {
    rights(Files.writeString(file, text), "rw-r--r--");
  }

  private static Path rights(Path place, String rights) throws IOException {
    return Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(rights));
  }

  private Rule read() throws IOException {
    return new PolicyFile(file, (int) Files.getAttribute(temp, "unix:uid")).read();
  }

  private Rule ignored() {
    return new Rule.Ignored(InstallerFault.of("policyIgnored", file));
  }

  @Test
  void theFolderIsReadFromAFileThatOnlyAnAdministratorWrites() throws Exception {
    assertThat(read()).isEqualTo(new Rule.Folder(Path.of("/srv/drivers")));
    write("{}");
    assertThat(read()).isEqualTo(new Rule.Nothing());
    Files.delete(file);
    assertThat(read()).isEqualTo(new Rule.Nothing());
  }

  @Test
  void aFileOfAnybodyElsesDoesNotCount() throws Exception {
    int me = (int) Files.getAttribute(temp, "unix:uid");
    assertThat(new PolicyFile(file, me + 1).read()).isEqualTo(ignored());
  }

  @ParameterizedTest
  @CsvSource({
    "rw-rw-r--, rwxr-xr-x",
    "rw-r--rw-, rwxr-xr-x",
    "rw-r--r--, rwxrwxr-x",
    "rw-r--r--, rwxr-xrwx"
  })
  void aFileThatOthersCouldHaveWrittenDoesNotCount(String ofFile, String ofFolder)
      throws Exception {
    rights(file, ofFile);
    rights(folder, ofFolder);
    assertThat(read()).isEqualTo(ignored());
  }

  @Test
  void aLinkDoesNotCountWhereverItLeads() throws Exception {
    Files.move(file, folder.resolve("real.json"));
    Files.createSymbolicLink(file, folder.resolve("real.json"));
    assertThat(read()).isEqualTo(ignored());
    Files.delete(file);
    Files.createSymbolicLink(file, folder.resolve("none.json"));
    assertThat(read()).isEqualTo(ignored());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "{\"driverFolder\": 7}",
        "{\"driverFolder\": \"\"}",
        "{\"driverFolder\": \"drivers\"}",
        "{\"driverFolder\": \"/srv/\\u0000\"}"
      })
  void whatCannotBeUnderstoodDoesNotCount(String text) throws Exception {
    write(text);
    assertThat(read()).isEqualTo(ignored());
  }

  @Test
  void aFileThatIsTooLargeDoesNotCount() throws Exception {
    write("{\"driverFolder\": \"/srv/drivers\"}" + " ".repeat(70_000));
    assertThat(read()).isEqualTo(ignored());
  }

  private static Rule inRegistry(String branch, String value) {
    Registry registry =
        (asked, view) ->
            view == Registry.View.WIDE && branch.startsWith(asked)
                ? List.of(new RegistryKey(branch, Map.of("driverfolder", List.of(value))))
                : List.of();
    return new RegistryPolicy(registry).read();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"D:\\Drivers", "C:\\Program Files\\IT\\驱动", "\\\\files.corp.example\\it\\drivers"})
  void windowsPolicyNamesAFolderOfADriveOrAShare(String text) {
    assertThat(inRegistry(MACHINE, text)).isEqualTo(new Rule.Folder(Path.of(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Drivers", "..\\Drivers", "C:Drivers", "https://a.example/d", "C:\\a\"b"})
  void windowsPolicyThatIsNoWholePathDoesNotCount(String text) {
    assertThat(inRegistry(MACHINE, text))
        .isEqualTo(
            new Rule.Ignored(InstallerFault.of("policyIgnored", MACHINE + "\\DriverFolder")));
  }

  @Test
  void theUsersOwnHalfOfTheRegistryAndKeysBelowDoNotCount() {
    assertThat(inRegistry("HKEY_CURRENT_USER\\SOFTWARE\\Policies\\certassist", "D:\\Evil"))
        .isEqualTo(new Rule.Nothing());
    assertThat(inRegistry(MACHINE + "\\Other", "D:\\Evil")).isEqualTo(new Rule.Nothing());
  }
}
