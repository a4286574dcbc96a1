package org.certassist.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.certassist.core.declaration.CellPlace;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every rule of core has its sentence and its help, and no text speaks of a rule that is gone.
class RuleTextsTest {
  @ParameterizedTest
  @EnumSource
  void aRuleHasASentenceWithItsDetailsAndSaysWhyAndWhatToDo(Rule rule) {
    List<String> details =
        IntStream.range(0, rule.details().size()).mapToObj(n -> "值" + n).toList();
    Finding finding =
        new Finding(
            rule.id(),
            rule.severity(),
            new CellPlace("申报", 4, "B"),
            "idNumber",
            "11010519491231002X",
            details);
    for (Language language : Language.values()) {
      Texts texts = Texts.strict(language);

      String sentence = texts.finding(finding);

      assertThat(sentence).isNotBlank().doesNotContain("{", "}", "11010519491231002X");
      assertThat(texts.phrase("rule." + rule.id()).places())
          .allMatch(place -> place < details.size());
      assertThat(texts.ruleHelp(rule.id()))
          .hasValueSatisfying(help -> {
            assertThat(help).isNotBlank().doesNotContain("{", "}");
            assertThat(help).isNotEqualTo(sentence);
          });
    }
  }

  @Test
  void noTextSpeaksOfARuleThatIsGone() {
    Set<String> known =
        Arrays.stream(Rule.values())
            .map(Rule::id)
            .flatMap(id -> java.util.stream.Stream.of("rule." + id, "rule." + id + ".help"))
            .collect(Collectors.toSet());

    assertThat(Texts.strict(Language.ZH).ids().stream().filter(id -> id.startsWith("rule.")))
        .isNotEmpty()
        .allMatch(known::contains);
  }

  @ParameterizedTest
  @EnumSource
  void aSentenceIsShortEnoughForAMarkedCell(Rule rule) {
    assertThat(Texts.strict(Language.ZH).phrase("rule." + rule.id()).pattern())
        .hasSizeLessThanOrEqualTo(40);
  }
}
