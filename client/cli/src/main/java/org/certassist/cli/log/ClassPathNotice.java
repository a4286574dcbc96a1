package org.certassist.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/// Keeps out of the log that JavaFX lies on the class path. It always does where the program runs
/// from a checkout, and whoever looks for a mistake would take the warning for one; in a package it
/// is part of the runtime, and the warning would be one. Every other warning of JavaFX stays.
final class ClassPathNotice extends Filter<ILoggingEvent> {
  private static final String LOGGER = "javafx";
  private static final String BEGINS =
      "Unsupported JavaFX configuration: classes were loaded from 'unnamed module ";

  private final boolean isPackaged = System.getProperty("jpackage.app-version") != null;

  @Override
  public FilterReply decide(ILoggingEvent event) {
    return !isPackaged
            && event.getLoggerName().equals(LOGGER)
            && event.getFormattedMessage().startsWith(BEGINS)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }
}
