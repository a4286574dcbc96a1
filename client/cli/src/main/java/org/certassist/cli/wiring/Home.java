package org.certassist.cli.wiring;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folder in which one user's data lies (docs/cli.md).
public record Home(Path folder) {
  /// The folder asked for, else the operating system's own place for application data.
  ///
  /// @param user what Java takes for the user's own folder; on Linux and macOS `HOME` goes before
  ///   it, since Java asks the password file instead
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
    Path own = folder(environment, "HOME").orElse(user);
    if (os.startsWith("mac")) {
      return own.resolve("Library/Application Support/certassist");
    }
    return base(environment, "XDG_DATA_HOME", own.resolve(".local/share"));
  }

  private static Path base(Map<String, String> environment, String variable, Path otherwise) {
    return folder(environment, variable).orElse(otherwise).resolve("certassist");
  }

  /// A relative path counts as unset, as the XDG base directory specification says.
  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  public Path practice() {
    return folder.resolve("practice");
  }

  public Path logs() {
    return folder.resolve("logs");
  }
}
