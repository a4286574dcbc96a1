package org.certassist.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a stranger wrote cannot pass for what the program says.
class OutputTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "000D", "0008", "0009", "001B", "007F", "0085", "009B", "00AD", "061C", "200B", "200E", "200F",
    "2028", "2029", "202A", "202B", "202C", "202D", "202E", "2066", "2067", "2068", "2069", "FEFF"
  })
  void aCharacterThatSteersTheTerminalIsNotPrinted(String code) {
    String steering = Character.toString(Integer.parseInt(code, 16));

    output(false).line("回执号 PR-1" + steering + "2");
    output(false).note("回执号 PR-1" + steering + "2");

    assertThat(text(out)).isEqualTo("回执号 PR-1\uFFFD2" + System.lineSeparator());
    assertThat(text(err)).isEqualTo(text(out));
  }

  @Test
  void aLineBreakOfAStrangerBeginsNoLineOfOurs() {
    output(false).line("回执号 PR-1\n· 已受理\n\n门户已受理");

    assertThat(text(out).lines()).containsExactly("回执号 PR-1", "    · 已受理", "    ", "    门户已受理");
  }

  @Test
  void whatIsOrdinaryStaysAsItIs() {
    String ordinary = "㐀𠀀·王（小）芳, é ∆ 100 % — “x” 😀";

    output(false).line(ordinary);

    assertThat(text(out)).isEqualTo(ordinary + System.lineSeparator());
  }

  @Test
  void inJsonItIsEscaped() {
    output(true).documentLine(Map.of("message", "a\n\u001b[2Jb"));

    assertThat(text(out).strip()).isEqualTo("{\"message\":\"a\\n\\u001B[2Jb\"}");
  }

  private Output output(boolean json) {
    return new Output(
        new Streams(InputStream.nullInputStream(), AnswerStream.to(out), AnswerStream.to(err)),
        json);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
