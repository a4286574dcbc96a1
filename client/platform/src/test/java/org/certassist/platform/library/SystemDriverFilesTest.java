package org.certassist.platform.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.certassist.core.driver.Doubt;
import org.certassist.core.driver.FileFinding;
import org.certassist.core.driver.Machine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found of a driver's file before anything loads it: planted, swapped, damaged, foreign.
class SystemDriverFilesTest {
  @TempDir private Path folder;
  private Path memory;
  private SystemDriverFiles files;

  @BeforeEach
  void onLinuxWithAnIntelProcessor() {
    memory = folder.resolve("home/known-drivers.txt");
    files = files(LoaderFolders.ofLinux(Path.of("/")));
  }

  private SystemDriverFiles files(LoaderFolders loader) {
    return new SystemDriverFiles(
        loader, Machine.X86_64, PosixTrust.ofThisUser(), new KnownDrivers(memory));
  }

  private SystemDriverFiles windows() {
    return files(new LoaderFolders(LibraryFormat.PE, List.of(), List.of(), true));
  }

  private Path driver(String name) throws IOException {
    return Samples.sqlite(name, folder.resolve("drivers"));
  }

  @Test
  void findsNothingAgainstAGoodDriver() throws IOException {
    Path driver = driver("Linux/x86_64/libsqlitejdbc.so");
    assertThat(files.examine(driver)).isEqualTo(new FileFinding.Sound(driver.toRealPath()));
  }

  @Test
  void tellsForWhichProcessorADriverWasBuilt() throws IOException {
    assertThat(files.examine(driver("Linux/x86/libsqlitejdbc.so")))
        .isEqualTo(new FileFinding.WrongMachine(Set.of(Machine.X86)));
    assertThat(windows().examine(driver("Windows/x86/sqlitejdbc.dll")))
        .isEqualTo(new FileFinding.WrongMachine(Set.of(Machine.X86)));
  }

  @Test
  void readsNoDriverOfAnotherSystemAndNoTextAsOne() throws IOException {
    assertThat(files.examine(driver("Windows/x86_64/sqlitejdbc.dll")))
        .isInstanceOf(FileFinding.Unreadable.class);
    Path text = Files.writeString(folder.resolve("drivers/text.so"), "not a library");
    assertThat(files.examine(text)).isInstanceOf(FileFinding.Unreadable.class);
  }

  @Test
  void doubtsARelativePath() {
    assertThat(files.examine(Path.of("libdriver.so")))
        .isEqualTo(new FileFinding.Doubtful(Doubt.RELATIVE, Path.of("libdriver.so")));
  }

  @Test
  void doubtsAFileThatEverybodyMayChange() throws IOException {
    Path driver = driver("Linux/x86_64/libsqlitejdbc.so");
    Files.setPosixFilePermissions(driver, PosixFilePermissions.fromString("rw-r--rw-"));
    assertThat(files.examine(driver))
        .isEqualTo(new FileFinding.Doubtful(Doubt.OTHERS_MAY_WRITE, driver));
  }

  @Test
  void doubtsAFileInAFolderThatEverybodyMayChange() throws IOException {
    Path driver = driver("Linux/x86_64/libsqlitejdbc.so");
    Path drivers = folder.resolve("drivers");
    Files.setPosixFilePermissions(drivers, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(files.examine(driver))
        .isEqualTo(new FileFinding.Doubtful(Doubt.OTHERS_MAY_WRITE, drivers));
  }

  @Test
  void doubtsALinkInAFolderThatEverybodyMayChange() throws IOException {
    Path driver = driver("Linux/x86_64/libsqlitejdbc.so");
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path link = Files.createSymbolicLink(open.resolve("libdriver.so"), driver);
    assertThat(files.examine(link))
        .isEqualTo(new FileFinding.Doubtful(Doubt.OTHERS_MAY_WRITE, open));
  }

  @Test
  void doubtsWhatALinkLeadsToInSuchAFolder() throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    Path driver = Samples.sqlite("Linux/x86_64/libsqlitejdbc.so", open);
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path link = Files.createSymbolicLink(folder.resolve("libdriver.so"), driver);
    assertThat(files.examine(link))
        .isEqualTo(new FileFinding.Doubtful(Doubt.OTHERS_MAY_WRITE, open));
  }

  @Test
  void loadsTheFileBehindALink() throws IOException {
    Path driver = driver("Linux/x86_64/libsqlitejdbc.so");
    Path link = Files.createSymbolicLink(folder.resolve("libdriver.so"), driver);
    assertThat(files.examine(link)).isEqualTo(new FileFinding.Sound(driver.toRealPath()));
  }

  @Test
  void doubtsAFileOfAnotherUser() throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root gives files away");
    Path driver = driver("Linux/x86_64/libsqlitejdbc.so");
    var nobody =
        driver.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(driver, nobody);
    assertThat(files.examine(driver))
        .isEqualTo(new FileFinding.Doubtful(Doubt.FOREIGN_OWNER, driver));
  }

  /// The memory is a file: it outlives the program. A place of root counts as an administrator's,
  /// so that the trust is given another user here.
  @Test
  void noticesThatADriverWasReplacedWhereItsUserMayWrite() throws IOException {
    Path driver = driver("Linux/x86_64/libsqlitejdbc.so");
    assertThat(files.loaded(driver, driver)).isEqualTo(new FileFinding.Sound(driver.toRealPath()));
    assertThat(again().examine(driver)).isInstanceOf(FileFinding.Sound.class);
    change(driver);
    assertThat(again().examine(driver))
        .isEqualTo(new FileFinding.Doubtful(Doubt.REPLACED, driver.toRealPath()));
    assertThat(again().loaded(driver, driver))
        .as("loaded all the same")
        .isEqualTo(new FileFinding.Doubtful(Doubt.REPLACED, driver.toRealPath()));
    assertThat(again().examine(driver))
        .as("and not forgotten")
        .isInstanceOf(FileFinding.Doubtful.class);
    files.accepted(driver);
    assertThat(again().examine(driver)).as("accepted").isInstanceOf(FileFinding.Sound.class);
  }

  @Test
  void noticesThatALinkLeadsElsewhere() throws IOException {
    Path driver = driver("Linux/x86_64/libsqlitejdbc.so").toRealPath();
    Path other = Files.copy(driver, driver.resolveSibling("libother.so"));
    change(other);
    Path link = Files.createSymbolicLink(folder.toRealPath().resolve("link.so"), driver);
    assertThat(again().loaded(driver, link)).isEqualTo(new FileFinding.Sound(driver));
    assertThat(again().examine(link)).isEqualTo(new FileFinding.Sound(driver));
    Files.delete(link);
    Files.createSymbolicLink(link, other);
    assertThat(again().examine(link)).isEqualTo(new FileFinding.Doubtful(Doubt.REPLACED, link));
    again().accepted(link);
    assertThat(again().examine(link)).isEqualTo(new FileFinding.Sound(other));
  }

  private SystemDriverFiles again() {
    return new SystemDriverFiles(
        LoaderFolders.ofLinux(Path.of("/")),
        Machine.X86_64,
        new UsersPlace(PosixTrust.ofThisUser()),
        new KnownDrivers(memory));
  }

  private record UsersPlace(PosixTrust trust) implements FileTrust {
    @Override
    public java.util.Optional<FileFinding.Doubtful> doubt(Path file) throws IOException {
      return trust.doubt(file);
    }

    @Override
    public boolean isAdministratorsAlone(Path file) {
      return false;
    }
  }

  @Test
  void takesWhatAnAdministratorReplacedAsAnUpdate() throws IOException {
    Path place = Path.of("/usr/lib/x86_64-linux-gnu/libc.so.6");
    assumeTrue(Files.exists(place));
    assertThat(new PosixTrust(Set.of("clerk")).isAdministratorsAlone(place)).isTrue();
    Files.createDirectories(memory.getParent());
    Files.writeString(memory, "0".repeat(64) + " unsigned " + place.toRealPath() + "\n");
    assertThat(files.examine(place)).isEqualTo(new FileFinding.Sound(place.toRealPath()));
  }

  @Test
  void noticesThatASignedDriverIsNoLongerSigned() throws IOException {
    Path signed = Samples.javafx("msvcp140.dll", folder.resolve("drivers"));
    windows().accepted(signed);
    Files.delete(signed);
    Files.copy(driver("Windows/x86_64/sqlitejdbc.dll"), signed);
    assertThat(windows().examine(signed))
        .isEqualTo(new FileFinding.Doubtful(Doubt.UNSIGNED_NOW, signed.toRealPath()));
  }

  @Test
  void aDamagedMemoryIsPassedOver() throws IOException {
    Path driver = driver("Linux/x86_64/libsqlitejdbc.so");
    Files.createDirectories(memory.getParent());
    Files.write(memory, new byte[] {(byte) 0xFF, 0, 10, 'x', ' ', 'y', 10});
    assertThat(again().examine(driver)).isInstanceOf(FileFinding.Sound.class);
  }

  private static void change(Path driver) throws IOException {
    byte[] bytes = Files.readAllBytes(driver);
    Files.write(driver, Arrays.copyOf(bytes, bytes.length + 1));
  }
}
