package org.certassist.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.certassist.core.time.ShanghaiTime;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Sets up logging: rotating files under HOME/logs, and standard error with `-v`.
public final class Logs {
  /// In the time that everything else is written in, whatever this PC's own is.
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, "
          + ShanghaiTime.ZONE
          + "} %-5level %logger{0} "
          + LogMark.PLACE
          + "%msg%n";

  static final String FILE = "certassist.log";

  /// The place for the number is filled from 1, the newest, to [#KEPT].
  static final String OLDER = "certassist.%i.log";

  static final long LARGEST = 5L << 20;
  static final int KEPT = 5;

  /// How often a file's size is looked at; what is written in between comes on top of it.
  private static final Duration LOOKED_AT = Duration.buildByMilliseconds(500);

  /// Only what is ours changes its level: libraries would tell at length of their own affairs.
  static final String OURS = "org.certassist";

  private Logs() {}

  /// A folder that cannot be written costs the log, not the work.
  ///
  /// @param verbose says every step, on standard error too; else as the level that was kept
  public static void configure(Path folder, boolean verbose) {
    // Libraries that speak java.util.logging (JavaFX, OkHttp) would otherwise print on the clerk's
    // screen.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    LogMark.none(context);
    ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    context.getLogger(OURS).setLevel(verbose ? Level.DEBUG : KeptLevel.in(folder).level());
    if (verbose) {
      ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
      console.setTarget("System.err");
      start(console, context);
      root.addAppender(console);
    }
    try {
      ownerOnly(folder);
      root.addAppender(file(folder, context));
    } catch (IOException noLog) {
      root.warn("no log file: {}", noLog.toString());
    }
  }

  /// Nobody else needs to know when somebody filed, even if no name is in the log.
  private static void ownerOnly(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(folder);
      return;
    }
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  private static RollingFileAppender<ILoggingEvent> file(Path folder, LoggerContext context) {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setFile(folder.resolve(FILE).toString());
    FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
    window.setContext(context);
    window.setParent(appender);
    window.setFileNamePattern(folder.resolve(OLDER).toString());
    window.setMinIndex(1);
    window.setMaxIndex(KEPT);
    window.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(LARGEST));
    size.setCheckIncrement(LOOKED_AT);
    size.start();
    appender.setRollingPolicy(window);
    appender.setTriggeringPolicy(size);
    start(appender, context);
    return appender;
  }

  private static void start(OutputStreamAppender<ILoggingEvent> appender, LoggerContext context) {
    PatternLayoutEncoder encoder = new GuardedEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.addFilter(new ClassPathNotice());
    appender.start();
  }
}
