package org.certassist.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.office.Samples;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class WindowBadgeTest {
  private final FxRobot robot = new FxRobot();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-22T02:00:00Z | ZH | good    | 2026年12月申报期，还剩 14 天
          2026-12-03T16:00:00Z | ZH | warning | 2026年12月申报期，还剩 3 天
          2026-12-06T13:30:00Z | ZH | warning | 2026年12月申报期，还剩 2 小时
          2026-12-06T15:59:00Z | EN | warning | 2026-12: 1 minute left
          2026-12-06T16:00:00Z | EN | warning | Closed until 2026-12-11
          2026-12-06T16:00:00Z | ZH | warning | 结算日，2026-12-11 起可以申报
          """)
  void theHeaderTellsTheWindow(Instant now, Language language, String tone, String words) {
    Label badge = badge(Samples.jiangsu(), now, language).orElseThrow();

    assertThat(badge.getText()).isEqualTo(words);
    assertThat(badge.getStyleClass()).contains(tone);
  }

  @Test
  void practiceHasNoWindow() {
    assertThat(badge(Samples.practice(), Instant.parse("2026-12-08T00:00:00Z"), Language.ZH))
        .isEmpty();
  }

  private Optional<Label> badge(Profile profile, Instant now, Language language) {
    ObjectProperty<Profile> chosen = new SimpleObjectProperty<>(profile);
    ObjectProperty<Words> words = new SimpleObjectProperty<>(Words.in(Texts.strict(language)));
    ObjectProperty<Optional<Label>> found = new SimpleObjectProperty<>(Optional.empty());
    robot.interact(() -> {
      WindowBadge badge =
          new WindowBadge(chosen, new ShanghaiTime(Clock.fixed(now, ZoneOffset.UTC)), words);
      found.set(Optional.ofNullable((Label) badge.lookup("#filing-window")));
    });
    return found.get();
  }
}
