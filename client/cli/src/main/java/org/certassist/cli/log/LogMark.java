package org.certassist.cli.log;

import ch.qos.logback.core.Context;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// Stands in every line of the log until it is closed, whichever thread writes it: what the program
/// provokes to try itself must not be read as trouble of this PC.
public final class LogMark implements AutoCloseable {
  private static final String PROPERTY = "mark";

  /// Where it stands in the pattern of a line.
  static final String PLACE = "%property{" + PROPERTY + "}";

  private static final String SELFTEST = "[selftest] ";
  private static final String NONE = "";

  private final Context log;

  private LogMark(Context log) {
    this.log = log;
  }

  /// Marks the lines of `selftest`.
  public static LogMark selftest() {
    LogMark mark = new LogMark((Context) LoggerFactory.getILoggerFactory());
    mark.log.putProperty(PROPERTY, SELFTEST);
    return mark;
  }

  /// The place of the pattern needs something to stand in it.
  static void none(Context log) {
    log.putProperty(PROPERTY, NONE);
  }

  /// What stands in the lines that are written now.
  static String now(Context log) {
    return Optional.ofNullable(log.getProperty(PROPERTY)).orElse(NONE);
  }

  @Override
  public void close() {
    none(log);
  }
}
