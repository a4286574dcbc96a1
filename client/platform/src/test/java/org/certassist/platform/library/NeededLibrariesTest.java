package org.certassist.platform.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.certassist.core.driver.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said to be missing, with real libraries in the folders of PCs that were made for this.
class NeededLibrariesTest {
  @TempDir private Path folder;

  /// A Windows whose own libraries are there under their names, all of them copies of one.
  private LoaderFolders windows(String... own) throws IOException {
    Path system = folder.resolve("Windows/System32");
    Path stand = Samples.javafx("api-ms-win-core-handle-l1-1-0.dll", folder.resolve("stand"));
    Files.createDirectories(system);
    for (String name : own) {
      Files.copy(stand, system.resolve(name));
    }
    return LoaderFolders.ofWindows(folder.resolve("Windows"), folder.resolve("java/bin"));
  }

  private static final String[] WINDOWS_OWN = {
    "kernel32.dll", "user32.dll", "gdi32.dll", "advapi32.dll", "shell32.dll", "ole32.dll",
    "oleaut32.dll", "imm32.dll", "comdlg32.dll", "winmm.dll", "urlmon.dll", "dwmapi.dll",
    "shlwapi.dll", "uiautomationcore.dll", "msvcrt.dll", "propsys.dll", "uxtheme.dll"
  };

  @Test
  void namesTheVisualCppLibrariesThatAreNotInstalled() throws IOException {
    Path glass = Samples.javafx("glass.dll", folder.resolve("driver"));
    assertThat(new NeededLibraries(windows(WINDOWS_OWN), Machine.X86_64).missing(glass))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("MSVCP140") || name.startsWith("VCRUNTIME140"));
  }

  @Test
  void findsThemInTheSystemsFolderInAnyCase() throws IOException {
    LoaderFolders loader = windows(WINDOWS_OWN);
    Path system = folder.resolve("Windows/System32");
    for (String name : List.of("msvcp140.dll", "vcruntime140.dll", "vcruntime140_1.dll")) {
      Samples.javafx(name, system);
    }
    Samples.javafx("ucrtbase.dll", system);
    Path glass = Samples.javafx("glass.dll", folder.resolve("driver"));
    assertThat(new NeededLibraries(loader, Machine.X86_64).missing(glass)).isEmpty();
  }

  @Test
  void doesNotTakeALibraryForOtherProcessorsNorOneNextToTheDriver() throws IOException {
    LoaderFolders loader = windows(WINDOWS_OWN);
    Path driver = folder.resolve("driver");
    Path glass = Samples.javafx("glass.dll", driver);
    Samples.javafx("vcruntime140.dll", driver);
    Files.copy(
        Samples.sqlite("Windows/x86/sqlitejdbc.dll", folder.resolve("narrow")),
        folder.resolve("Windows/System32/vcruntime140.dll"));
    assertThat(new NeededLibraries(loader, Machine.X86_64).missing(glass))
        .contains("VCRUNTIME140.dll");
  }

  @Test
  void looksIntoWhatALibraryNeedsInTurn() throws IOException {
    Path module = shared("libdriver.so", "-L" + folder, "-lmiddle");
    assertThat(linux().missing(module)).containsExactly("libdeep.so");
    Files.delete(folder.resolve("libmiddle.so"));
    assertThat(linux().missing(module)).containsExactly("libmiddle.so");
  }

  /// Three libraries by the real compiler, of which the deepest is taken away.
  private Path shared(String name, String... flags) throws IOException {
    gcc("libdeep.so");
    gcc("libmiddle.so", "-L" + folder, "-ldeep", "-Wl,-rpath,$ORIGIN");
    gcc(name, flags[0], flags[1], "-Wl,-rpath,$ORIGIN");
    Files.delete(folder.resolve("libdeep.so"));
    return folder.resolve(name);
  }

  private void gcc(String name, String... flags) throws IOException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of("gcc", "-shared", "-Wl,--no-as-needed", "-x", "c", "/dev/null", "-x", "none"));
    command.addAll(List.of("-o", folder.resolve(name).toString()));
    command.addAll(List.of(flags));
    Process gcc = new ProcessBuilder(command).inheritIO().start();
    try {
      assertThat(gcc.waitFor()).isZero();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private NeededLibraries linux() {
    return new NeededLibraries(
        LoaderFolders.ofLinux(Path.of("/")), Machine.of(System.getProperty("os.arch")));
  }

  /// No false alarm: nothing is missing of what this very program has loaded.
  @Test
  void missesNothingOfWhatThisJavaHasLoaded() throws IOException {
    List<Path> loaded;
    try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
      loaded =
          maps.map(line -> line.substring(line.lastIndexOf(' ') + 1))
              .filter(file -> file.startsWith("/") && file.endsWith(".so"))
              .distinct()
              .map(Path::of)
              .toList();
    }
    assertThat(loaded).hasSizeGreaterThan(3);
    for (Path library : loaded) {
      assertThat(
              linux().missing(library).stream()
                  .filter(name -> loaded.stream().noneMatch(each -> each.endsWith(name)))
                  .toList())
          .as(library.toString())
          .isEmpty();
    }
  }

  @Test
  void readsTheLoadersConfigurationWithWhatItIncludes() throws IOException {
    Path conf = Files.createDirectories(folder.resolve("etc/ld.so.conf.d"));
    Files.writeString(
        folder.resolve("etc/ld.so.conf"), "include /etc/ld.so.conf.d/*.conf\n/opt/first\n");
    Files.writeString(conf.resolve("b.conf"), "# comment\n/opt/watchdata/lib64\n");
    Files.writeString(conf.resolve("a.conf"), "/usr/local/ngsrv\ninclude ../ld.so.conf\n");
    assertThat(LoaderFolders.ofLinux(folder).folders())
        .startsWith(
            folder.resolve("usr/local/ngsrv"),
            folder.resolve("opt/watchdata/lib64"),
            folder.resolve("opt/first"));
  }

  @Test
  void macosServesItsOwnLibrariesWithoutAFile() throws IOException {
    Path sqlite = Samples.sqlite("Mac/aarch64/libsqlitejdbc.dylib", folder);
    assertThat(LoaderFolders.ofMacos().format()).isEqualTo(LibraryFormat.MACH_O);
    assertThat(new NeededLibraries(LoaderFolders.ofMacos(), Machine.ARM64).missing(sqlite))
        .isEmpty();
  }
}
