package org.certassist.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
  @Test
  void bothLanguagesHaveTheSameIds() {
    assertThat(new TreeSet<>(Words.bundle(Language.EN).keySet()))
        .isEqualTo(new TreeSet<>(Words.bundle(Language.ZH).keySet()));
  }

  @Test
  void bothLanguagesHaveTheSamePlaces() {
    ResourceBundle english = Words.bundle(Language.EN);
    ResourceBundle chinese = Words.bundle(Language.ZH);
    for (String id : chinese.keySet()) {
      assertThat(places(english.getString(id))).as(id).isEqualTo(places(chinese.getString(id)));
    }
  }

  private static int places(String pattern) {
    return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  /// In a message format a single apostrophe swallows what follows it.
  @ParameterizedTest
  @EnumSource
  void apostrophesAreDoubled(Language language) {
    ResourceBundle bundle = Words.bundle(language);
    for (String id : bundle.keySet()) {
      assertThat(bundle.getString(id).replace("''", "")).as(id).doesNotContain("'");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFaultOfTheWindowHasThreeParts(Language language) {
    Words words = Words.in(new Texts(language));
    assertThat(words.fault(new WindowFault.Unexpected()).what()).isNotEmpty();
    assertThat(words.fault(new WindowFault.Mistake("G4CN-RHMJ")).next()).contains("G4CN-RHMJ");
    assertThat(words.fault(new WindowFault.PortalsOwnChanged()).next()).isNotEmpty();
    assertThat(words.fault(new WindowFault.NotOpened("/tmp/x")).what()).contains("/tmp/x");
  }

  @Test
  void englishCountsOneRowAsOne() {
    Words words = Words.in(new Texts(Language.EN));
    assertThat(words.get("act.rest", 1)).isEqualTo("_Sign and send 1 row");
    assertThat(words.get("act.rest", 128)).isEqualTo("_Sign and send 128 rows");
  }
}
