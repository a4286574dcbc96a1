package org.certassist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.certassist.cli.terminal.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a clerk is told of a mistake of the program, and what the log keeps of it.
class MistakeOfOursTest {
  private static final Pattern CODE =
      Pattern.compile("support code ([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})");

  @TempDir Path home;

  @Test
  void theClerkIsToldTheSupportCodeThatTheLogHasBesideTheCause() throws Exception {
    String told = told("first");

    assertThat(told).doesNotContain("IllegalStateException", "\tat ");
    String log = Files.readString(home.resolve("logs/certassist.log"));
    assertThat(log).contains("support code " + code(told), "IllegalStateException: first", "\tat ");
    assertThat(code(told("second"))).isEqualTo(code(told));
  }

  private static String code(String text) {
    Matcher found = CODE.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private String told(String message) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream broken =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            throw new IllegalStateException(message);
          }
        };
    int code =
        new Program(
                new Streams(
                    InputStream.nullInputStream(),
                    broken,
                    new PrintStream(err, true, StandardCharsets.UTF_8)))
            .run("--home", home.toString(), "--lang", "en", "calendar");

    assertThat(code).isEqualTo(70);
    return err.toString(StandardCharsets.UTF_8);
  }
}
