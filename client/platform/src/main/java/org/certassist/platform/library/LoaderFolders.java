package org.certassist.platform.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a system's loader looks for the libraries that another library names.
///
/// The folder of the driver itself, the working folder and the search path are not among them: a
/// host has no search path, and Windows looks next to the program, not next to the library.
///
/// @param always beginnings of names that the loader serves without a file
/// @param anyCase whether `KERNEL32.dll` and `kernel32.DLL` are one
record LoaderFolders(
    LibraryFormat format, List<Path> folders, List<String> always, boolean anyCase) {
  private static final Logger LOG = LoggerFactory.getLogger(LoaderFolders.class);
  private static final int MOST_CONFIGURATIONS = 100;
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  public LoaderFolders {
    folders = List.copyOf(folders);
    always = List.copyOf(always);
  }

  /// Linux: what `/etc/ld.so.conf` names, then the folders that glibc knows.
  ///
  /// @param root `/`; another folder in tests
  static LoaderFolders ofLinux(Path root) {
    Set<Path> folders = new LinkedHashSet<>();
    configured(root, root.resolve("etc/ld.so.conf"), folders, new ArrayList<>());
    Stream.of(
            "lib/x86_64-linux-gnu",
            "usr/lib/x86_64-linux-gnu",
            "lib/aarch64-linux-gnu",
            "usr/lib/aarch64-linux-gnu",
            "lib64",
            "usr/lib64",
            "lib",
            "usr/lib")
        .map(root::resolve)
        .forEach(folders::add);
    return new LoaderFolders(
        LibraryFormat.ELF, List.copyOf(folders), List.of("ld-linux", "linux-vdso"), false);
  }

  /// Windows: the folder of the program, then the system's; API sets have no file.
  ///
  /// @param program the folder of the host's java.exe
  static LoaderFolders ofWindows(Path systemRoot, Path program) {
    return new LoaderFolders(
        LibraryFormat.PE,
        List.of(program, systemRoot.resolve("System32"), systemRoot),
        List.of("api-ms-", "ext-ms-"),
        true);
  }

  /// macOS: the system's own libraries lie in a cache and have no file.
  static LoaderFolders ofMacos() {
    return new LoaderFolders(
        LibraryFormat.MACH_O,
        List.of(Path.of("/usr/local/lib")),
        List.of("/usr/lib/", "/System/"),
        false);
  }

  boolean servesWithoutFile(String name) {
    String compared = anyCase ? name.toLowerCase(Locale.ROOT) : name;
    return always.stream().anyMatch(compared::startsWith);
  }

  /// The files of that name, the one that the loader would take first.
  List<Path> named(String name, List<Path> before) {
    return Stream.concat(before.stream(), folders.stream())
        .flatMap(folder -> in(folder, name))
        .toList();
  }

  private Stream<Path> in(Path folder, String name) {
    Path file = folder.resolve(name);
    if (Files.isRegularFile(file)) {
      return Stream.of(file);
    }
    return anyCase && java.io.File.separatorChar == '/' ? inAnyCase(folder, name) : Stream.empty();
  }

  /// A folder of Windows looked at from another system, where names are told apart by case.
  private static Stream<Path> inAnyCase(Path folder, String name) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().equalsIgnoreCase(name))
          .toList()
          .stream();
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} cannot be listed", folder, e);
      return Stream.empty();
    }
  }

  private static void configured(Path root, Path file, Set<Path> folders, List<Path> seen) {
    if (seen.contains(file) || seen.size() == MOST_CONFIGURATIONS || !Files.isRegularFile(file)) {
      return;
    }
    seen.add(file);
    try {
      for (String line : Files.readAllLines(file)) {
        String plain = line.strip();
        if (plain.startsWith("include ")) {
          for (String pattern : BLANKS.split(plain.substring("include ".length()).strip(), -1)) {
            included(root, pattern).forEach(each -> configured(root, each, folders, seen));
          }
        } else if (plain.startsWith("/")) {
          folders.add(root.resolve(plain.substring(1)));
        }
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
    }
  }

  private static List<Path> included(Path root, String pattern) {
    Path whole = root.resolve(pattern.startsWith("/") ? pattern.substring(1) : "etc/" + pattern);
    Path folder = whole.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.newDirectoryStream(folder, whole.getFileName().toString())) {
      List<Path> found = new ArrayList<>();
      files.forEach(found::add);
      return found.stream().sorted().toList();
    } catch (IOException | RuntimeException e) {
      LOG.debug("{} cannot be listed", whole, e);
      return List.of();
    }
  }
}
