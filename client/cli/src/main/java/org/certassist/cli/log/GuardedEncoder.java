package org.certassist.cli.log;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.certassist.core.helpdesk.LogGuard;

/// Writes a line of the log only after [LogGuard] has seen it, with the stack trace below it: a
/// library may quote in a message what it could not read. A [LogMark] stands in each of them.
final class GuardedEncoder extends PatternLayoutEncoder {
  private final LogGuard guard = new LogGuard();

  @Override
  public byte[] encode(ILoggingEvent event) {
    String text = getLayout().doLayout(event);
    String mark = LogMark.now(getContext());
    return Stream.concat(
            text.lines().limit(1), // the pattern has put the mark into it
            text.lines().skip(1).map(mark::concat))
        .map(guard::line)
        .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
