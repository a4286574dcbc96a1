package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.certassist.cli.Program;
import org.certassist.cli.terminal.Streams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever is put in, the answer is a sentence with an id and the contract's exit code, and
/// nothing is lost.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Path home;
  private Path good;

  private record Answer(int code, JsonNode json, String err) {
    String error() {
      return json.at("/error/id").asString("");
    }
  }

  @BeforeAll
  void writeAWorkbook(@TempDir Path folder) throws IOException {
    home = folder;
    good = home.resolve("good.xlsx");
    assertThat(run("", "template", "enrolment", good.toString(), "--sample", "3").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # name,        content,                       id
          letter.xlsx,   Dear colleague,               file.notAWorkbook
          empty.xlsx,    '',                           file.notAWorkbook
          table.csv,     '证件类型,证件号码',            file.notAWorkbook
          """)
  void aFileThatIsNoWorkbook(String name, String content, String id) throws IOException {
    Path file = home.resolve(name);
    Files.writeString(file, content);

    Answer answer = run("", "check", file.toString(), "--json");

    assertThat(answer.code()).isEqualTo(6);
    assertThat(answer.error()).isEqualTo(id);
    assertSaysThreeThings(answer);
  }

  @Test
  void aFileThatIsNotThere() {
    Answer answer = run("", "send", home.resolve("nothing.xlsx").toString(), "--json");

    assertThat(answer.code()).isEqualTo(6);
    assertThat(answer.error()).isEqualTo("file.unreadable");
  }

  @Test
  void anEmptyTemplate() {
    Path empty = home.resolve("empty-template.xlsx");
    run("", "template", "termination", empty.toString());

    Answer answer = run("", "check", empty.toString(), "--json");

    assertThat(answer.code()).isEqualTo(6);
    assertThat(answer.error()).isEqualTo("file.empty");
  }

  @Test
  void aWrongPinIsTriedOnceAndNothingIsKept() {
    JsonNode before = run("", "outbox", "list", "--json").json();

    Answer answer = run("999999\n", "send", good.toString(), "--pin-stdin", "--json");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.error()).isEqualTo("pin.wrong");
    assertThat(answer.json().toString()).doesNotContain("999999");
    assertThat(answer.err()).doesNotContain("999999");
    assertThat(run("", "outbox", "list", "--json").json()).isEqualTo(before);
    assertThat(run("", "keys", "--json").json().at("/keys/0/pin/state").asString())
        .isEqualTo("wrongTried");
  }

  @Test
  void noPinAtAll() {
    Answer answer = run("", "send", good.toString(), "--pin-stdin", "--json");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.error()).isEqualTo("pin.none");
  }

  @Test
  void aKeyThatIsNotThere() {
    Answer answer =
        run("123456\n", "send", good.toString(), "--key", "0815", "--pin-stdin", "--json");

    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.error()).isEqualTo("key.absent");
  }

  @Test
  void aPortalThatIsNotThereKeepsTheDeclarationInTheOutbox() throws IOException {
    Path workbook = home.resolve("for-later.xlsx");
    run("", "template", "enrolment", workbook.toString(), "--sample", "2");
    String pin = Files.readString(home.resolve("practice/pin.txt")).strip();

    Answer answer =
        run(
            pin + "\n",
            "send",
            workbook.toString(),
            "--portal",
            "https://127.0.0.1:9",
            "--pin-stdin",
            "--json");

    assertThat(answer.code()).isEqualTo(5);
    assertThat(answer.error()).isEqualTo("portal.notReached");
    assertThat(run("", "outbox", "list", "--json").json().at("/declarations/0/stage").asString())
        .isEqualTo("CHECKED");
    Answer twin = run("", "send", workbook.toString(), "--json");
    assertThat(twin.code()).isEqualTo(2);
    assertThat(twin.error()).isEqualTo("usage.alreadyInOutbox");
    Answer settled = run(pin + "\n", "outbox", "send", "--pin-stdin", "--json");
    assertThat(settled.code()).as(settled.err()).isEqualTo(1);
    assertThat(settled.json().at("/declarations/0/stage").asString())
        .isEqualTo("DONE_WITH_REFUSALS");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # arguments,                        code, id
          frobnicate --json,                  2,    usage.arguments
          check --json,                       2,    usage.arguments
          --profile atlantis keys --json,     2,    usage.unknownProfile
          template reversal out.xlsx,         2,    ''
          outbox show 42 --json,              2,    usage.unknownDeclaration
          results nonsense --json,            2,    usage.unknownDeclaration
          verify --json nothing nothing.p7s,  6,    file.unreadable
          """)
  void aCommandThatCannotBe(String arguments, int code, String id) {
    Answer answer = run("", arguments.split(" "));

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.error()).isEqualTo(id);
  }

  @Test
  void noStackTraceReachesAnybody() {
    Answer answer = run("", "check", "/dev/null");

    assertThat(answer.err()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  private static void assertSaysThreeThings(Answer answer) {
    assertThat(answer.json().at("/error/message").asString()).isNotBlank();
    assertThat(answer.json().at("/error/next").asString()).isNotBlank();
  }

  private Answer run(String stdin, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = home.toString();
    int code =
        new Program(
                new Streams(
                    new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)))
            .run(all);
    String printed = out.toString(StandardCharsets.UTF_8);
    boolean json = java.util.List.of(arguments).contains("--json");
    return new Answer(
        code,
        json && !printed.isBlank() ? JSON.readTree(printed) : JSON.createObjectNode(),
        err.toString(StandardCharsets.UTF_8));
  }
}
