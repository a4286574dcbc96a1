package org.certassist.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/// Keeps out of the log that JavaFX lies on the class path. It always does in this program, and
/// whoever looks for a mistake would take the warning for one. Every other warning of JavaFX stays.
final class ClassPathNotice extends Filter<ILoggingEvent> {
  private static final String LOGGER = "javafx";
  private static final String BEGINS =
      "Unsupported JavaFX configuration: classes were loaded from 'unnamed module ";

  @Override
  public FilterReply decide(ILoggingEvent event) {
    return event.getLoggerName().equals(LOGGER) && event.getFormattedMessage().startsWith(BEGINS)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }
}
