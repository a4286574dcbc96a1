package org.certassist.core.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.core.helpdesk.LogBook.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogGuardTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cannot read 11010519491231002X as a number | cannot read <id> as a number",
        "row{idNumber=110105 19491231 002X, phone=13800138000} | row{idNumber=<id>, phone=<phone>}",
        "login PIN=Abc12345 refused | login PIN=<pin> refused",
        "{\"password\":\"geheim 1\"} | {\"password\":\"<pin>\"}",
        "Authorization: Bearer abcdefgh12345678 | Authorization: <token>",
        "http://user:word@proxy:8080 | http://<token>@proxy:8080",
        "PIN 246813 was typed | PIN <pin> was typed",
        "answer token=abcdefghijklmnopq | answer token=<token>",
      })
  void whatIsSecretByItsFormIsHidden(String line, String left) {
    assertThat(new LogGuard().line(line)).isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-06T23:00:00.000+08:00 INFO  DriverHost /home/lixf/lib/libgm3000.1.0.so hung",
        "declaration 0b6c1f9e-6d0b-4a55-8f4a-3f6d0c6b1f00 is unconfirmed: timeout",
        "\tat org.certassist.cli.Program.run(Program.java:57)",
        "unexpected, support code 7KQ2-M0XD",
        "the PIN state of K1 is wrongTried",
        "request 3f0ca138-4013-8000-8a0b-4f5d0d5f6c11",
      })
  void whatTheLogIsForStays(String line) {
    assertThat(new LogGuard().line(line)).isEqualTo(line);
  }

  /// Whoever logs waits for it.
  @Test
  void aNumberThatTheCutWouldGoThroughIsLeftOut() {
    for (int before = LogGuard.LONGEST - 20; before <= LogGuard.LONGEST; before++) {
      String line = "x".repeat(before - 1) + " 110105194912310020 and more";

      assertThat(new LogGuard().line(line)).doesNotContain("1101", "1949");

      String joined = "x".repeat(before - 1) + " 110105-19491231-0020 and more";
      assertThat(new LogGuard().line(joined)).doesNotContain("1101", "1949");
    }
  }

  @Test
  void aLongLineIsCutAndTakesLittleTime() {
    LogGuard guard = new LogGuard();
    for (String piece : List.of("1", "1 ", "x", "PIN=", "a@b.", "\"", "eyJa.", "0512-")) {
      String line = piece.repeat(100_000);
      guard.line(line);
      long begun = System.nanoTime();
      assertThat(guard.line(line)).hasSizeLessThan(5 * LogGuard.LONGEST);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .as(piece)
          .isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void aFaultHasInPlaceOfANumberWhatTheLogHas() {
    FaultException fault =
        new FaultException(UsageFault.of("usage.unknownKind", "320106199003074517"));

    assertThat(fault.getMessage()).contains(LogGuard.IN_PLACE_OF_ID).doesNotContain("3201");
  }

  @Test
  void linesAreChosenByTheirLevelWithWhatGoesOnWithThem() {
    List<String> lines =
        List.of(
            "goes on with a line that is not here",
            "2026-12-06T23:00:00.000+08:00 DEBUG A d",
            "  of d",
            "2026-12-06T23:00:00.000+08:00 ERROR A e",
            "\tat e",
            "2026-12-06T23:00:00.000+08:00 INFO  A i");

    assertThat(LogBook.atLeast(Level.WARN, lines)).isEqualTo(lines.subList(3, 5));
    assertThat(LogBook.atLeast(Level.INFO, lines)).isEqualTo(lines.subList(3, 6));
    assertThat(LogBook.atLeast(Level.DEBUG, lines)).isEqualTo(lines.subList(1, 6));
  }
}
