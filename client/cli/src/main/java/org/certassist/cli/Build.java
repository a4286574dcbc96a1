package org.certassist.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What Maven wrote into the program when it was built.
///
/// @param catalogueKey the public key with which newer driver catalogues are checked, in base64;
///   empty in a build that takes none
public record Build(String version, String catalogueKey) {
  /// The build of this very program.
  public static Build ofThisProgram() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Build(written(properties, "version", "?"), written(properties, "catalogue.key", ""));
  }

  /// Where the program was put together without Maven, as development tools do, the place for a
  /// value still stands there.
  private static String written(Properties properties, String name, String otherwise) {
    String value = properties.getProperty(name, otherwise).strip();
    return value.startsWith("${") ? otherwise : value;
  }
}
