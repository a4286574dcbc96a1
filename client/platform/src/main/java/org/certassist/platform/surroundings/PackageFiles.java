package org.certassist.platform.surroundings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of a package that jpackage made, by the package's own list: the `.cfg` files in its
/// folder `app` name every jar, and the runtime beside it has the `java` that drivers are run with.
///
/// @param runtime the Java that the program runs on; in a package it lies beside `app`
public record PackageFiles(Path runtime) {
  private static final Logger LOG = LoggerFactory.getLogger(PackageFiles.class);
  private static final Pattern JAR =
      Pattern.compile(
          "(?m)^app\\.(?:mainjar|classpath)=\\$APPDIR[/\\\\]([^/\\\\\r\n]+\\.jar)\\s*$");

  /// SQLite's own library lies unpacked where the package says so.
  private static final String SQLITE = "-Dorg.sqlite.lib.path=$APPDIR";

  private static final String SQLITE_LIBRARY = "*sqlitejdbc*";
  private static final int LARGEST_LIST = 64 << 10;

  /// There is one list a launcher.
  private static final int MOST_LISTS = 10;

  /// Those that are gone; empty where this is no package.
  Optional<List<String>> missing() {
    Path app = runtime.resolveSibling("app");
    Set<String> jars = new LinkedHashSet<>();
    boolean sqlite = false;
    for (String list : lists(app)) {
      Matcher jar = JAR.matcher(list);
      while (jar.find()) {
        jars.add(jar.group(1));
      }
      sqlite |= list.contains(SQLITE);
    }
    if (jars.isEmpty()) {
      return Optional.empty();
    }
    List<String> missing =
        new ArrayList<>(
            jars.stream().filter(jar -> !Files.isRegularFile(app.resolve(jar))).toList());
    if (sqlite && matching(app, SQLITE_LIBRARY).isEmpty()) {
      missing.add("sqlitejdbc");
    }
    Path bin = runtime.resolve("bin");
    if (Stream.of("java", "java.exe").noneMatch(name -> Files.isRegularFile(bin.resolve(name)))) {
      missing.add("java");
    }
    return Optional.of(List.copyOf(missing));
  }

  private static List<String> lists(Path app) {
    List<String> found = new ArrayList<>();
    for (Path file : matching(app, "*.cfg").stream().limit(MOST_LISTS).toList()) {
      try {
        if (Files.size(file) <= LARGEST_LIST) {
          found.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        LOG.info("{} cannot be read", file, e);
      }
    }
    return found;
  }

  private static List<Path> matching(Path folder, String names) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> each = Files.newDirectoryStream(folder, names)) {
      each.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      LOG.info("{} cannot be looked into", folder, e);
    }
    return found;
  }
}
