package org.certassist.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
    Files.write(folder.resolve("certassist.2.log"), List.of("1", "2"));
    Files.write(folder.resolve("certassist.1.log"), List.of("3", "第四"));
    Files.write(folder.resolve("certassist.log"), List.of("5", "6"));

    assertThat(log.lines(1)).containsExactly("6");
    assertThat(log.lines(3)).containsExactly("第四", "5", "6");
    assertThat(log.lines(100)).containsExactly("1", "2", "3", "第四", "5", "6");
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
  void aLogThatCannotBeReadIsAFault() throws Exception {
    Path file = Files.createFile(folder.resolve("certassist.log"));
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));

    assertThatThrownBy(() -> log.lines(1)).isInstanceOf(FaultException.class);
  }
}
