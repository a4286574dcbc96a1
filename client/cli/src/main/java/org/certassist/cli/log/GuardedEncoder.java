package org.certassist.cli.log;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.certassist.core.helpdesk.LogGuard;

/// Writes a line of the log only after [LogGuard] has seen it, with the stack trace below it: a
/// library may quote in a message what it could not read.
final class GuardedEncoder extends PatternLayoutEncoder {
  private final LogGuard guard = new LogGuard();

  @Override
  public byte[] encode(ILoggingEvent event) {
    return getLayout()
        .doLayout(event)
        .lines()
        .map(guard::line)
        .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
