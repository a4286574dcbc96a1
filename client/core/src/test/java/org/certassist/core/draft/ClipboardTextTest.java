package org.certassist.core.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClipboardTextTest {
  static Stream<Arguments> blocks() {
    return Stream.of(
        Arguments.of("", List.of()),
        Arguments.of("李小芳", List.of(List.of("李小芳"))),
        Arguments.of("a\tb\r\nc\td\r\n", List.of(List.of("a", "b"), List.of("c", "d"))),
        Arguments.of("a\t\n\tb", List.of(List.of("a", ""), List.of("", "b"))),
        Arguments.of("a\n\nb\n", List.of(List.of("a"), List.of(""), List.of("b"))),
        Arguments.of("a\rb", List.of(List.of("a"), List.of("b"))),
        Arguments.of("\"two\nlines\"\tb", List.of(List.of("two\nlines", "b"))),
        Arguments.of(
            "\"a\tb\"\n\"say \"\"hi\"\"\"", List.of(List.of("a\tb"), List.of("say \"hi\""))),
        Arguments.of("\"\"\tb", List.of(List.of("", "b"))),
        Arguments.of("\"open\tb\nc", List.of(List.of("\"open", "b"), List.of("c"))),
        Arguments.of("\"in\" side\tb", List.of(List.of("\"in\" side", "b"))),
        Arguments.of("5\" pipe", List.of(List.of("5\" pipe"))),
        Arguments.of("３２０５ \t 007", List.of(List.of("３２０５ ", " 007"))));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void cellsAreReadAsTheyStand(String text, List<List<String>> cells) {
    assertThat(ClipboardText.cells(text)).isEqualTo(cells);
  }

  @Test
  void whatIsCopiedIsPastedAsItWas() {
    List<List<String>> cells =
        List.of(List.of("a\nb", "\"quoted\"", ""), List.of("tab\there", "李", "x\r\ny"));
    assertThat(ClipboardText.cells(ClipboardText.of(cells))).isEqualTo(cells);
  }
}
