package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `keys` says of a driver's file that is not as it should be, and that it is not loaded then.
class DriverFilesTest {
  @TempDir private Path folder;
  private Path drivers;
  private Path loaded;

  /// A driver that leaves a mark when it is loaded.
  @BeforeEach
  void aFolderForDrivers() throws IOException {
    drivers = Files.createDirectory(folder.resolve("drivers"));
    loaded = folder.resolve("loaded");
  }

  private Path marking(String name, String... flags) throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("marking.c"),
            """
            #include <fcntl.h>
            __attribute__((constructor)) static void mark(void) { open("%s", O_CREAT, 0600); }
            """
                .formatted(loaded));
    return gcc(name, source, flags);
  }

  private Path gcc(String name, Path source, String... flags) throws Exception {
    Path library = drivers.resolve(name);
    List<String> command = new ArrayList<>(List.of("gcc", "-shared", "-fPIC", "-o"));
    command.addAll(List.of(library.toString(), source.toString(), "-Wl,--no-as-needed"));
    command.addAll(List.of(flags));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return library;
  }

  private Ended keys(Path module, String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of("keys", "--profile", "jiangsu", "--lang", "en"));
    all.addAll(List.of("--home", folder.resolve("home").toString()));
    all.addAll(List.of("--module", module.toString()));
    all.addAll(List.of(more));
    return RealProcess.certassist("", all.toArray(String[]::new));
  }

  @Test
  void aDriverIsLoadedWhereNothingSpeaksAgainstIt() throws Exception {
    Ended said = keys(marking("libdriver.so"));
    assertThat(said.out()).contains("there is no C_GetFunctionList");
    assertThat(loaded).exists();
  }

  @Test
  void aDriverInAFolderForEverybodyIsNotLoaded() throws Exception {
    Path driver = marking("libdriver.so");
    Files.setPosixFilePermissions(drivers, PosixFilePermissions.fromString("rwxrwxrwx"));
    Ended said = keys(driver);
    assertThat(said.out())
        .contains("suspicious, not loaded", "othersMayWrite " + drivers)
        .contains("Anybody on this PC may change this driver's file");
    assertThat(loaded).doesNotExist();
  }

  @Test
  void aDriverForAnotherProcessorIsNotLoaded() throws Exception {
    Path driver = drivers.resolve("libnarrow.so");
    try (InputStream in =
        org.sqlite.JDBC.class.getResourceAsStream(
            "/org/sqlite/native/Linux/x86/libsqlitejdbc.so")) {
      Files.copy(in, driver);
    }
    assertThat(keys(driver).out())
        .contains("wrong word size or processor", "x86")
        .contains("Download the 64-bit driver");
  }

  @Test
  void theLibraryThatADriverMissesIsNamed() throws Exception {
    Path other = marking("libvendor_base.so");
    Path driver = marking("libdriver.so", "-L" + drivers, "-l:libvendor_base.so");
    Files.delete(other);
    assertThat(keys(driver).out())
        .contains("a file that the driver needs is missing", "libvendor_base.so")
        .contains("The driver is not completely installed.");
    assertThat(loaded).doesNotExist();
  }

  /// The folder belongs to root where the tests run as root, so that only the lost signature would
  /// be noticed: the memory says that the file had one.
  @Test
  void aDriverThatLostItsSignatureIsLoadedOnlyAfterAYes() throws Exception {
    Path driver = marking("libdriver.so");
    Path home = Files.createDirectory(folder.resolve("home"));
    Files.writeString(
        home.resolve("known-drivers.txt"), "0".repeat(64) + " signed " + driver + "\n");
    Ended said = keys(driver);
    assertThat(said.out())
        .contains("unsignedNow " + driver, "carried its maker's signature last time")
        .contains("certassist keys --use-again module");
    assertThat(loaded).doesNotExist();
    assertThat(keys(driver, "--use-again", "module").out())
        .contains("there is no C_GetFunctionList");
    assertThat(loaded).exists();
  }

  /// The catalogue names some drivers by their file's name alone.
  @Test
  void aDriverThatLiesInTheWorkingFolderOrOnASearchPathIsNotLoaded() throws Exception {
    List<String> names =
        List.of("libgm3000_pkcs11.so", "libes_3000gm.so.1.0.0", "libcastle.so.1.0.0");
    for (String name : names) {
      var _ = marking(name);
    }
    Ended said = startedAmong("drivers", "--json");
    assertThat(said.out()).contains("longmai-gm3000", "feitian-epass3000gm", "feitian-epass2003");
    assertThat(loaded).doesNotExist();
  }

  @Test
  void whatADriverNeedsIsNotLoadedFromTheWorkingFolderOrASearchPath() throws Exception {
    var _ = marking("libvendor_base.so");
    Path driver = marking("libdriver.so", "-L" + drivers, "-l:libvendor_base.so");
    assertThat(startedAmong("keys", "--module", driver.toString()).out())
        .contains("a file that the driver needs is missing", "libvendor_base.so");
    assertThat(loaded).doesNotExist();
  }

  /// The program in the folder with the drivers, which is on every search path.
  private Ended startedAmong(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--profile", "jiangsu", "--lang", "en"));
    all.addAll(List.of("--home", folder.resolve("home").toString()));
    return RealProcess.certassistIn(
        drivers,
        Map.of("LD_LIBRARY_PATH", drivers.toString(), "PATH", drivers.toString()),
        all.toArray(String[]::new));
  }
}
