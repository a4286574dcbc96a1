package org.certassist.desktop;

import java.time.Duration;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.FilingCalendar.Window;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// A few words in the header: which filing window is open and how long still, or when the next one
/// opens; nothing in practice and where nobody knows the windows.
final class WindowBadge extends StackPane {
  private static final javafx.util.Duration LOOK_AGAIN = javafx.util.Duration.minutes(1);

  private final ObjectProperty<FilingOutlook> outlook;

  WindowBadge(ObservableValue<Profile> profile, ShanghaiTime time, ObservableValue<Words> words) {
    this.outlook = new SimpleObjectProperty<>(of(profile.getValue(), time));
    getChildren().add(new Drawn<>(outlook, words, WindowBadge::draw));
    profile.subscribe(now -> outlook.set(of(now, time)));
    Timeline minutes =
        new Timeline(new KeyFrame(LOOK_AGAIN, _ -> outlook.set(of(profile.getValue(), time))));
    minutes.setCycleCount(Timeline.INDEFINITE);
    // A clock that nobody looks at would keep a closed window in memory.
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            minutes.stop();
          } else {
            minutes.play();
          }
        });
  }

  private static FilingOutlook of(Profile profile, ShanghaiTime time) {
    return FilingOutlook.of(profile.calendar(), time.now());
  }

  private static Node draw(FilingOutlook outlook, Words words) {
    if (outlook.opening() != FilingCalendar.Opening.IN_WINDOWS) {
      return new StackPane();
    }
    Window window = outlook.window();
    Label badge =
        outlook
            .left()
            .map(left ->
                Make.badge(
                    words.get(
                        "window.open", words.month(window.settlementMonth()), left(left, words)),
                    outlook.closesSoon() ? Tone.WARNING : Tone.GOOD))
            .orElseGet(() ->
                Make.badge(words.get("window.closed", window.firstDay().toString()), Tone.WARNING));
    badge.setId("filing-window");
    badge.setTooltip(
        new Tooltip(
            words.get(
                "act.opens",
                words.month(window.settlementMonth()),
                window.firstDay().toString(),
                window.lastDay().toString())));
    return badge;
  }

  /// Days while there are any, then hours, then minutes.
  private static String left(Duration left, Words words) {
    if (left.toDays() > 0) {
      return words.get("window.days", left.toDays());
    }
    return left.toHours() > 0
        ? words.get("window.hours", left.toHours())
        : words.get("window.minutes", left.toMinutes());
  }
}
