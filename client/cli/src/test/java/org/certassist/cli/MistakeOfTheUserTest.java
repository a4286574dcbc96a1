package org.certassist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.certassist.cli.terminal.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the log keeps of a command that cannot be carried out as it was given.
class MistakeOfTheUserTest {
  @TempDir Path home;

  @Test
  void oneLineSaysIt() throws Exception {
    List<String> log = logOf(2, "explain", "--profile", "nowhere", "800");

    assertThat(log).singleElement().asString().endsWith("ended with usage.unknownProfile[nowhere]");
  }

  @Test
  void whatLiesBehindItKeepsItsTrace() throws Exception {
    List<String> log = logOf(2, "calendar", "--at", "tomorrow");

    assertThat(log.getFirst()).endsWith("ended with usage.notATime");
    assertThat(log)
        .anyMatch(line -> line.startsWith("Caused by: java.time.format."))
        .anyMatch(line -> line.startsWith("\tat "));
  }

  @Test
  void aFaultOfTheWorldKeepsItsTrace() throws Exception {
    List<String> log = logOf(6, "check", home.resolve("none.xlsx").toString());

    assertThat(log.getFirst()).contains("ended with file.");
    assertThat(log).anyMatch(line -> line.startsWith("\tat "));
  }

  private List<String> logOf(int code, String... arguments) throws Exception {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    String[] all = new String[arguments.length + 2];
    all[0] = "--home";
    all[1] = home.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);

    assertThat(new Program(new Streams(InputStream.nullInputStream(), nowhere, nowhere)).run(all))
        .isEqualTo(code);
    return Files.readAllLines(home.resolve("logs/certassist.log"));
  }
}
