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
    Properties written = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
      if (in != null) {
        written.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Build(
        written.getProperty("version", "?"), written.getProperty("catalogue.key", "").strip());
  }
}
