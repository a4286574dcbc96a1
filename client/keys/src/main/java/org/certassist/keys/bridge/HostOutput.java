package org.certassist.keys.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a host and its driver print, brought to the log.
///
/// The host's own lines begin with `host:` and are logged. A driver's lines are only counted: there
/// are drivers that print the PIN.
final class HostOutput {
  private static final Logger LOG = LoggerFactory.getLogger(HostOutput.class);
  private static final String OWN = "host:";
  private static final int LONGEST = 2000;

  private HostOutput() {}

  static void follow(String name, InputStream stream) {
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      int length = 0;
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n') {
          log(name, line, length);
          line.setLength(0);
          length = 0;
        } else {
          length++;
          if (length <= LONGEST) {
            line.append((char) c);
          }
        }
      }
    } catch (IOException e) {
      LOG.debug("{}: no more output, {}", name, e.getMessage());
    }
  }

  private static void log(String name, StringBuilder line, int length) {
    if (line.indexOf(OWN) == 0) {
      LOG.debug("{}: {}", name, line);
    } else {
      LOG.debug("{}: the driver printed {} characters", name, length);
    }
  }
}
