package org.certassist.desktop.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.office.Samples;
import org.certassist.texts.Language;
import org.certassist.texts.Texts;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class WindowsPaneTest {
  private final FxRobot robot = new FxRobot();
  private final Words words = Words.in(Texts.strict(Language.EN));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Asia/Shanghai,    false
          Asia/Singapore,   false
          UTC,              true
          America/New_York, true
          """)
  void anotherZoneThanBeijingsIsSaid(String zone, boolean said) {
    WindowsPane pane = pane(LocalDateTime.of(2026, 11, 22, 10, 0), ZoneId.of(zone));

    assertThat(pane.lookup("#other-zone") != null).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-22T10:00 | Filing is open                      | 14 days 14 hours left
          2026-12-06T21:30 | Filing is open                      | 2 hours 30 minutes left
          2026-12-07T00:00 | Filing is closed (settlement days)  | 2026-12-11 00:00 to 2027-01-06 24:00
          2021-09-20T10:00 | Filing is open                      | 2021-09-06 00:00 to 2021-09-20 17:00
          """)
  void theWindowOfTheMomentIsShown(LocalDateTime now, String state, String span) {
    WindowsPane pane = pane(now, ZoneId.of("Asia/Shanghai"));

    assertThat(texts(pane)).contains(state).anySatisfy(text -> assertThat(text).contains(span));
  }

  private WindowsPane pane(LocalDateTime now, ZoneId here) {
    Profile profile = Samples.jiangsu();
    WindowsPane[] made = new WindowsPane[1];
    robot.interact(() ->
        made[0] =
            new WindowsPane(
                profile, FilingOutlook.of(profile.calendar(), now), List.of(), here, words));
    return made[0];
  }

  private static List<String> texts(Node pane) {
    return pane.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList();
  }
}
