package org.certassist.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds docs/rules.md and the code together: the same rules in the same order, and every example
/// on the page breaks its rule.
class RulesPageTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "rules.md");

  record Entry(String id, String severity, String says, String source, String example) {
    static Entry parse(String line) {
      List<String> cells =
          Arrays.stream(line.split("\\|", -1)).map(cell -> cell.strip().replace("`", "")).toList();
      return new Entry(cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }
  }

  static List<Entry> entries() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| `"))
        .map(Entry::parse)
        .toList();
  }

  @Test
  void thePageNamesEveryRuleInTheCodesOrder() throws IOException {
    assertThat(entries().stream().map(entry -> entry.id() + " " + entry.severity()))
        .containsExactlyElementsOf(
            Arrays.stream(Rule.values())
                .map(rule -> rule.id() + " " + rule.severity().word())
                .toList());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyExampleBreaksItsRuleAndNoOther(Entry entry) {
    Verdict verdict = RuleTableTest.check(entry.example());

    assertThat(verdict.findings().stream().map(Finding::rule).distinct())
        .containsExactly(entry.id());
    assertThat(entry.says()).isNotBlank();
    assertThat(entry.source()).isNotBlank();
  }
}
