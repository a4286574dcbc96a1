package org.certassist.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.Pc.CardService;
import org.certassist.core.helpdesk.Said;
import org.certassist.core.key.DriverState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a trial of `selftest` says, in both languages.
class TrialWordsTest {
  static List<Said> everything() {
    List<Said> all = new ArrayList<>();
    for (Said.Word word : Said.Word.values()) {
      all.add(word == Said.Word.MISHEARD ? Said.Told.of(word, "126") : Said.Told.of(word));
    }
    for (DriverState state : DriverState.values()) {
      all.add(new Said.OfDriver(state));
    }
    for (CardService state : CardService.values()) {
      all.add(new Said.OfService(state));
    }
    for (Cause cause : Cause.values()) {
      all.add(new Said.InTheWay(cause));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everythingHasItsWords(Said said) {
    for (Language language : Language.values()) {
      assertThat(new TrialWords(Texts.strict(language)).of(List.of(said)))
          .isNotBlank()
          .doesNotContain("{", "selftest.", "driver.state");
    }
    assertThat(new TrialWords(new Texts(Language.ZH)).of(List.of(said))).matches(".*\\p{IsHan}.*");
  }

  @Test
  void severalThingsStandInARow() {
    List<Said> two = List.of(Said.Told.of(Said.Word.THERE), new Said.Value("12 MB"));

    assertThat(new TrialWords(new Texts(Language.ZH)).of(two)).isEqualTo("有，12 MB");
    assertThat(new TrialWords(new Texts(Language.EN)).of(two)).isEqualTo("there, 12 MB");
    assertThat(new TrialWords(new Texts(Language.EN)).of(List.of())).isEmpty();
  }
}
