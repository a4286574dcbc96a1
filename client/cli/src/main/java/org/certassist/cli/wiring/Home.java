package org.certassist.cli.wiring;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folder in which one user's data lies (docs/cli.md).
public record Home(Path folder) {
  /// The folder asked for, else the operating system's own place for application data.
  public static Home of(
      Optional<Path> asked, Map<String, String> environment, String osName, Path user) {
    return new Home(
        asked.orElseGet(() -> standard(environment, osName, user)).toAbsolutePath().normalize());
  }

  private static Path standard(Map<String, String> environment, String osName, Path user) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return base(environment, "LOCALAPPDATA", user.resolve("AppData/Local"));
    }
    if (os.startsWith("mac")) {
      return user.resolve("Library/Application Support/certassist");
    }
    return base(environment, "XDG_DATA_HOME", user.resolve(".local/share"));
  }

  private static Path base(Map<String, String> environment, String variable, Path otherwise) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .orElse(otherwise)
        .resolve("certassist");
  }

  public Path practice() {
    return folder.resolve("practice");
  }

  public Path logs() {
    return folder.resolve("logs");
  }
}
