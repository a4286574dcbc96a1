package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.certassist.cli.Program;
import org.certassist.cli.terminal.Streams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
          table.csv,     '证件类型,证件号码',            file.notATemplate
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
          template holiday out.xlsx,          2,    ''
          outbox show 42 --json,              2,    usage.unknownDeclaration
          results nonsense --json,            2,    usage.unknownDeclaration
          verify --json nothing nothing.p7s,  6,    file.unreadable
          """)
  void aCommandThatCannotBe(String arguments, int code, String id) {
    Answer answer = run("", arguments.split(" "));

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.error()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          template enrolment OUT
          check GOOD --marked OUT --json
          sign GOOD OUT --pin-stdin --json
          """)
  void anOldFileIsReplacedOnlyOnRequest(String arguments) throws IOException {
    Path out = Files.writeString(home.resolve("old file.xlsx"), "old");
    String[] command =
        Arrays.stream(arguments.split(" "))
            .map(word -> word.equals("OUT") ? out.toString() : word)
            .map(word -> word.equals("GOOD") ? good.toString() : word)
            .toArray(String[]::new);
    String[] onRequest = Arrays.copyOf(command, command.length + 1);
    onRequest[command.length] = "--overwrite";
    run("", "keys");
    String pin = Files.readString(home.resolve("practice/pin.txt"));

    Answer refused = run(pin, command);
    String after = Files.readString(out);
    Answer replaced = run(pin, onRequest);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(after).isEqualTo("old");
    assertThat(replaced.code()).as(replaced.err()).isZero();
    assertThat(Files.size(out)).isGreaterThan(1000);
  }

  @Test
  void twoCopiesNeedTwoNames() {
    Path copy = home.resolve("copy.xlsx");
    Path same = home.resolve(".").resolve("copy");

    Answer refused =
        run(
            "",
            "check",
            good.toString(),
            "--marked",
            copy.toString(),
            "--repair",
            same.toString(),
            "--json");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.error()).isEqualTo("usage.outputTwice");
    assertSaysThreeThings(refused);
    assertThat(copy).doesNotExist();
  }

  /// Else the content of any file, a PIN's too, would be taken for arguments and told back.
  @Test
  void anArgumentThatBeginsWithAnAtSignIsAFilesName() throws IOException {
    Path secret = Files.writeString(home.resolve("secret.txt"), "90717034");
    Answer refused = run("", "check", "@" + secret, "--json");
    assertThat(refused.code()).isEqualTo(6);
    assertThat(refused.json().toString() + refused.err()).doesNotContain("90717034");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check GOOD --overwrite --marked LINK", "sign GOOD LINK --overwrite"})
  void theOriginalIsNeverReplaced(String arguments) throws IOException {
    Path link = home.resolve("link to good.xlsx");
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, good);
    byte[] before = Files.readAllBytes(good);
    String[] command =
        Arrays.stream((arguments + " --json").split(" "))
            .map(word -> word.equals("LINK") ? link.toString() : word)
            .map(word -> word.equals("GOOD") ? good.toString() : word)
            .toArray(String[]::new);

    Answer refused = run("", command);

    assertThat(refused.error()).isEqualTo("usage.outputIsInput");
    assertThat(good).hasBinaryContent(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # arguments                  | zh                                                        | en
          send x --portal ::           | --portal 不能是“::”，要写网址，例如 https://127.0.0.1:8443。 | --portal cannot be “::”; it takes an address such as https://127.0.0.1:8443.
          check x --marked _           | --marked 不能是“”，要写文件或文件夹的路径。                  | --marked cannot be “”; it takes the path of a file or folder.
          keys --module _              | --module 不能是“”，要写文件或文件夹的路径。                  | --module cannot be “”; it takes the path of a file or folder.
          check _                      | IN 不能是“”，要写文件或文件夹的路径。                        | IN cannot be “”; it takes the path of a file or folder.
          template enrolment x --sample 1.5 | --sample 不能是“1.5”，要写整数。                       | --sample cannot be “1.5”; it takes a whole number.
          portal --port 99999999999    | --port 不能是“99999999999”，要写整数。                       | --port cannot be “99999999999”; it takes a whole number.
          template                     | 缺少 KIND OUT.xlsx。                                       | KIND OUT.xlsx is missing.
          check x --marked             | --marked 后面要写 OUT。                                    | --marked needs OUT after it.
          check x y                    | 这里没有“y”这种写法。                                      | “y” is not known here.
          chekc x                      | 这里没有“chekc x”这种写法，是不是想写：check。              | “chekc x” is not known here; perhaps you meant check.
          keys --profile a --profile b | --profile 只能写一次。                                     | --profile can be given once only.
          """)
  void aWrongWordIsNamedInTheClerksLanguage(String arguments, String chinese, String english) {
    assertThat(said(arguments, "zh")).contains(chinese);
    assertThat(said(arguments, "en")).contains(english);
  }

  private String said(String arguments, String language) {
    List<String> command = new ArrayList<>(List.of("--lang", language));
    Arrays.stream(arguments.split(" "))
        .map(word -> word.equals("_") ? "" : word)
        .forEach(command::add);
    Answer answer = answer("", command.toArray(String[]::new));
    assertThat(answer.code()).isEqualTo(2);
    return answer.err();
  }

  @ParameterizedTest
  @ValueSource(strings = {"keys", "outbox list", "practice --headless", "portal"})
  void aHomeThatIsAFile(String arguments) throws IOException {
    Path file = Files.writeString(home.resolve("a file"), "");

    Answer answer =
        answer("", (arguments + " --home " + "_").replace("_", file.toString()).split(" (?!file)"));

    assertThat(answer.code()).isEqualTo(7);
    assertThat(answer.err()).contains("同名的不是文件夹").doesNotContain("Exception");
    assertThat(file).isEmptyFile();
  }

  @Test
  void aHomeWithoutANameIsNotTheCurrentFolder() {
    Answer answer = answer("", "version", "--home", "");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("--home 不能是“”");
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
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--home";
    all[arguments.length + 1] = home.toString();
    return answer(stdin, all);
  }

  private static Answer answer(String stdin, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Program(
                new Streams(
                    new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8)))
            .run(arguments);
    String printed = out.toString(StandardCharsets.UTF_8);
    boolean json = List.of(arguments).contains("--json");
    return new Answer(
        code,
        json && !printed.isBlank() ? JSON.readTree(printed) : JSON.createObjectNode(),
        err.toString(StandardCharsets.UTF_8));
  }
}
