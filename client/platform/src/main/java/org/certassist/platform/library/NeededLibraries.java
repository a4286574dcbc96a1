package org.certassist.platform.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.driver.Machine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which of the libraries that a library needs, and that those need in turn, are not there.
final class NeededLibraries {
  private static final Logger LOG = LoggerFactory.getLogger(NeededLibraries.class);

  /// No driver that was looked at needs more than 60.
  private static final int MOST_LIBRARIES = 400;

  private final LoaderFolders loader;
  private final Machine machine;

  NeededLibraries(LoaderFolders loader, Machine machine) {
    this.loader = loader;
    this.machine = machine;
  }

  List<String> missing(Path module) {
    List<String> missing = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Path> waiting = new ArrayDeque<>(List.of(module));
    while (!waiting.isEmpty() && seen.size() < MOST_LIBRARIES) {
      Path library = waiting.remove();
      Optional<LibraryFile> header = header(library);
      if (header.isEmpty()) {
        continue;
      }
      List<Path> before = folders(header.get(), library);
      for (String name : header.get().needs()) {
        if (!seen.add(name) || loader.servesWithoutFile(name)) {
          continue;
        }
        Optional<Path> found = find(name, before, library);
        if (found.isPresent()) {
          waiting.add(found.get());
        } else {
          missing.add(name);
        }
      }
    }
    return missing;
  }

  private Optional<Path> find(String name, List<Path> before, Path library) {
    if (name.startsWith("@loader_path/")) {
      return fitting(List.of(library.resolveSibling(name.substring("@loader_path/".length()))));
    }
    String plain = name.startsWith("@rpath/") ? name.substring("@rpath/".length()) : name;
    return fitting(loader.named(plain, before));
  }

  /// The loader passes over files of other processors.
  private Optional<Path> fitting(List<Path> files) {
    return files.stream()
        .filter(file -> header(file).filter(read -> read.machines().contains(machine)).isPresent())
        .findFirst();
  }

  private static List<Path> folders(LibraryFile header, Path library) {
    String own = String.valueOf(library.toAbsolutePath().getParent());
    return header.folders().stream()
        .map(folder ->
            folder.replace("$ORIGIN", own).replace("${ORIGIN}", own).replace("@loader_path", own))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .toList();
  }

  private static Optional<LibraryFile> header(Path file) {
    try {
      return Optional.of(LibraryHeader.of(file));
    } catch (IOException e) {
      LOG.debug("{} has no header that can be read", file, e);
      return Optional.empty();
    }
  }
}
