package org.certassist.cli.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.LoggerContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.certassist.core.fault.FaultException;
import org.certassist.core.helpdesk.LogBook;
import org.certassist.core.helpdesk.LogBook.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogFileTest {
  @TempDir Path folder;
  private LogFile log;
  private Level before;

  @BeforeEach
  void remember() {
    log = new LogFile(folder);
    before = log.level();
  }

  @AfterEach
  void setBack() {
    ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
    log.setLevel(before);
  }

  @ParameterizedTest
  @EnumSource
  void theLevelCountsAtOnce(Level level) {
    log.setLevel(level);

    Logger ours = LoggerFactory.getLogger("org.certassist.core.Anything");
    assertThat(log.level()).isEqualTo(level);
    assertThat(ours.isDebugEnabled()).isEqualTo(level == Level.DEBUG);
    assertThat(ours.isInfoEnabled()).isEqualTo(level != Level.WARN);
    assertThat(LoggerFactory.getLogger("org.sqlite").isTraceEnabled()).isFalse();
  }

  @Test
  void theLastLinesAreGivenTheOldestFirstAlsoFromOlderFiles() throws Exception {
    Files.write(folder.resolve("certassist." + Logs.KEPT + ".log"), List.of("0"));
    Files.write(folder.resolve("certassist.2.log"), List.of("1", "2"));
    Files.write(folder.resolve("certassist.1.log"), List.of("3", "第四"));
    Files.write(folder.resolve("certassist.log"), List.of("5", "6"));

    assertThat(log.lines(1)).containsExactly("6");
    assertThat(log.lines(3)).containsExactly("第四", "5", "6");
    assertThat(log.lines(100)).containsExactly("0", "1", "2", "3", "第四", "5", "6");
    assertThat(log.lines(0)).isEmpty();
    assertThat(log.lines(-1)).isEmpty();
  }

  @Test
  void whereThereIsNoLogThereAreNoLines() throws Exception {
    assertThat(log.lines(10)).isEmpty();
    assertThat(new LogFile(folder.resolve("none")).lines(10)).isEmpty();
  }

  @Test
  void ofAHugeFileTheEndIsReadInWholeLines() throws Exception {
    Files.write(
        folder.resolve("certassist.log"),
        IntStream.range(0, 200_000).mapToObj(at -> "line " + at + " 字").toList());

    assertThat(log.lines(Integer.MAX_VALUE))
        .hasSize(LogBook.MOST_LINES)
        .allMatch(line -> line.matches("line \\d+ 字"))
        .last()
        .isEqualTo("line 199999 字");
  }

  @Test
  void ofLongLinesTheOneThatIsCutIsLeftOut() throws Exception {
    String line = "x".repeat(10_000);
    Files.write(folder.resolve("certassist.log"), Collections.nCopies(200, line));

    assertThat(log.lines(1000)).hasSize(104).containsOnly(line);
  }

  @Test
  void aLogThatCannotBeReadIsAFault() throws Exception {
    Path file = Files.createFile(folder.resolve("certassist.log"));
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));

    assertThatThrownBy(() -> log.lines(1)).isInstanceOf(FaultException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aLevelThatIsKeptCountsAtTheNextStart(Level level) throws Exception {
    log.keepLevel(level);
    assertThat(log.level()).isEqualTo(level);
    log.setLevel(level == Level.WARN ? Level.DEBUG : Level.WARN);

    Logs.configure(folder, false);

    assertThat(log.level()).isEqualTo(level);
  }

  @Test
  void aKeptLevelThatIsNoneIsTheUsualOne() throws Exception {
    Files.writeString(folder.resolve("level.txt"), "purple".repeat(1000));

    Logs.configure(folder, false);

    assertThat(log.level()).isEqualTo(Level.INFO);
  }

  @Test
  void whatIsWrittenHoldsNoSecretAlsoNotInAStackTrace() throws Exception {
    Logs.configure(folder, false);
    LoggerFactory.getLogger("org.certassist.core.Anything")
        .warn(
            "row of 11010519491231002X",
            new IllegalStateException("PIN=geheim1", new IOException("tel 13800138000")));

    assertThat(log.lines(100))
        .anyMatch(line -> line.endsWith(" row of <id>"))
        .anyMatch(line -> line.contains("IllegalStateException: PIN=<pin>"))
        .noneMatch(line -> line.contains("11010519491231002X"))
        .noneMatch(line -> line.contains("geheim1"))
        .noneMatch(line -> line.contains("13800138000"));
  }

  @Test
  void theTimeIsWrittenAsInEverythingElseWhateverThisPcsOwnIs() throws Exception {
    TimeZone own = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      Logs.configure(folder, false);
      LoggerFactory.getLogger("org.certassist.core.Anything").info("done");
    } finally {
      TimeZone.setDefault(own);
    }

    String line = log.lines(1).getFirst();
    assertThat(line).matches("\\S+\\+08:00 INFO  Anything done");
    assertThat(OffsetDateTime.parse(line.substring(0, line.indexOf(' '))).toInstant())
        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(LogBook.of(line)).contains(Level.INFO);
  }

  @Test
  void whatIsProvokedIsMarkedInEachLineOfEachThread() throws Exception {
    Logs.configure(folder, false);
    Logger ours = LoggerFactory.getLogger("org.certassist.core.Anything");
    ours.info("before");
    try (LogMark _ = LogMark.selftest()) {
      Thread.ofVirtual().start(() -> ours.warn("no answer", new IOException("refused"))).join();
    }
    ours.info("after");

    List<String> lines = log.lines(1000);
    assertThat(lines.getFirst()).endsWith(" INFO  Anything before");
    assertThat(lines.getLast()).endsWith(" INFO  Anything after");
    assertThat(lines.get(1)).endsWith(" WARN  Anything [selftest] no answer");
    assertThat(LogBook.of(lines.get(1))).contains(Level.WARN);
    assertThat(lines.subList(2, lines.size() - 1))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("[selftest] "))
        .allMatch(line -> LogBook.of(line).isEmpty());
  }

  @Test
  void ofJavaFxOnlyWhatIsAlwaysSoIsLeftOut() throws Exception {
    Logs.configure(folder, false);
    Logger javaFx = LoggerFactory.getLogger("javafx");
    javaFx.warn(
        "Unsupported JavaFX configuration: classes were loaded from 'unnamed module @3f2a'");
    javaFx.warn("Unsupported JavaFX configuration: classes were loaded from 'module app'");
    LoggerFactory.getLogger("javafx.css").warn("CSS Error");

    assertThat(log.lines(10)).hasSize(2);
    assertThat(log.lines(10).getFirst()).endsWith("'module app'");
    assertThat(log.lines(10).getLast()).endsWith("CSS Error");
  }

  /// However fast something writes, the log stays within its bounds.
  @Test
  void theLogIsNeverMuchLargerThanItsBounds() throws Exception {
    Logs.configure(folder, false);
    Logger chatty = LoggerFactory.getLogger("org.certassist.core.Chatty");
    String line = "at org.certassist.keys.bridge.HostOutput.log(HostOutput.java:45) ".repeat(15);
    long written = 0;
    while (written < 2.5 * Logs.LARGEST) {
      chatty.info(line);
      written += line.length();
    }

    try (Stream<Path> files = Files.list(folder)) {
      List<Long> sizes = files.map(Path::toFile).map(File::length).toList();
      assertThat(sizes).hasSizeBetween(2, Logs.KEPT + 1);
      assertThat(sizes).allMatch(size -> size < 1.5 * Logs.LARGEST);
    }
  }
}
