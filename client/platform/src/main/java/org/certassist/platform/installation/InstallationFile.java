package org.certassist.platform.installation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.Installation.Route;
import org.certassist.core.detection.Installations;
import org.certassist.core.storage.PrivateFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The installation in progress, in a private file of one line: its route, its present step, the
/// run of the PC (`-` where the system does not tell), the product, and `plugged` where its key was
/// seen.
public final class InstallationFile implements Installations {
  private static final Logger LOG = LoggerFactory.getLogger(InstallationFile.class);
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z]+) ([a-zA-Z]+) ([0-9a-zA-Z-]+) ([0-9a-z-]+)( plugged)?\\R?");

  /// Several times what a line of ours takes.
  private static final int LONGEST = 1000;

  private static final String UNTOLD = "-";
  private static final String PLUGGED = " plugged";

  private final Path file;
  private Optional<Installation> now = Optional.empty();

  /// What is known here could not be written; the file says something else.
  private boolean ahead;

  /// @param file need not exist
  public InstallationFile(Path file) {
    this.file = file;
  }

  /// Read anew each time, since the command line and the window may be at it side by side.
  @Override
  public synchronized Optional<Installation> inProgress() {
    if (!ahead) {
      now = read();
    }
    return now;
  }

  @Override
  public synchronized void keep(Installation installation) {
    now = Optional.of(installation);
    try {
      PrivateFiles.writeLines(file, List.of(line(installation)));
      ahead = false;
    } catch (IOException unwritten) {
      ahead = true;
      LOG.warn("how far the installation has come cannot be written", unwritten);
    }
  }

  @Override
  public synchronized void forget() {
    now = Optional.empty();
    try {
      Files.deleteIfExists(file);
      ahead = false;
    } catch (IOException stays) {
      ahead = true;
      LOG.warn("the installation that is over cannot be forgotten", stays);
    }
  }

  private Optional<Installation> read() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      Optional<Installation> read =
          installation(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
      if (read.isEmpty()) {
        LOG.warn("the installation in progress is not readable; none is");
      }
      return read;
    } catch (IOException unreadable) {
      LOG.warn("the installation in progress cannot be read; none is", unreadable);
      return Optional.empty();
    }
  }

  private static Optional<Installation> installation(String line) {
    Matcher fields = LINE.matcher(line);
    if (!fields.matches()) {
      return Optional.empty();
    }
    return Arrays.stream(Route.values())
        .filter(route -> route.word().equals(fields.group(1)))
        .findFirst()
        .flatMap(route -> installation(route, fields));
  }

  private static Optional<Installation> installation(Route route, Matcher fields) {
    Optional<String> start = Optional.of(fields.group(3)).filter(mark -> !mark.equals(UNTOLD));
    return route.steps().stream()
        .filter(step -> step.word().equals(fields.group(2)))
        .findFirst()
        .map(step ->
            new Installation(
                fields.group(4),
                route,
                route.steps().indexOf(step),
                start,
                fields.group(5) != null));
  }

  private static String line(Installation installation) {
    String fields =
        String.join(
            " ",
            installation.route().word(),
            installation.step().orElseThrow().word(),
            installation.start().orElse(UNTOLD),
            installation.product());
    return installation.wasPlugged() ? fields + PLUGGED : fields;
  }
}
