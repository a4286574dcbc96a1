package org.certassist.desktop.calendar;

import java.time.ZoneId;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Parts;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.outbox.OutboxViewModel.Listing;

/// The place of the calendar: filing windows, acts step by step, contacts; one of them is shown.
public final class CalendarPane extends VBox {
  private static final javafx.util.Duration LOOK_AGAIN = javafx.util.Duration.minutes(1);

  private final ZoneId here;
  private final ObjectProperty<FilingOutlook> outlook;

  private enum Part {
    WINDOWS,
    ACTS,
    CONTACTS
  }

  /// What is drawn.
  private record Now(
      Profile profile, FilingOutlook outlook, KeyState keys, List<History> histories) {}

  /// @param here the PC's own time zone
  public CalendarPane(
      ObservableValue<Profile> profile,
      ObservableValue<KeyState> keys,
      ObservableValue<Listing> listing,
      ShanghaiTime time,
      ZoneId here,
      ObservableValue<Words> words) {
    super(16);
    this.here = here;
    this.outlook = new SimpleObjectProperty<>(of(profile.getValue(), time));
    profile.subscribe(now -> outlook.set(of(now, time)));
    everyMinute(() -> outlook.set(of(profile.getValue(), time)));
    ObjectBinding<Now> now =
        Bindings.createObjectBinding(
            () ->
                new Now(
                    profile.getValue(),
                    outlook.get(),
                    keys.getValue(),
                    listing.getValue() instanceof Listing.Loaded loaded
                        ? loaded.histories()
                        : List.of()),
            profile,
            outlook,
            keys,
            listing);
    setId("calendar");
    new Parts<>("calendar", Part.WINDOWS)
        .scrolled(Part.WINDOWS, new Drawn<>(now, words, this::windows))
        .scrolled(
            Part.ACTS,
            new Drawn<>(now, words, (is, in) -> new ActsPane(is.profile(), is.outlook(), in)))
        .scrolled(
            Part.CONTACTS,
            new Drawn<>(profile, words, (region, in) -> new ContactsPane(region, in)))
        .into(
            this,
            Bindings.createStringBinding(
                () ->
                    words
                        .getValue()
                        .either(profile.getValue().name(), profile.getValue().nameEnglish()),
                profile,
                words),
            words);
  }

  private Node windows(Now now, Words in) {
    List<Reminder> reminders =
        Reminders.of(now.profile(), now.outlook(), now.keys(), now.histories());
    return new WindowsPane(now.profile(), now.outlook(), reminders, here, in);
  }

  private static FilingOutlook of(Profile profile, ShanghaiTime time) {
    return FilingOutlook.of(profile.calendar(), time.now());
  }

  /// Only while it is in a window: a clock that nobody looks at would keep a closed one in memory.
  private void everyMinute(Runnable look) {
    Timeline minutes = new Timeline(new KeyFrame(LOOK_AGAIN, _ -> look.run()));
    minutes.setCycleCount(Timeline.INDEFINITE);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            minutes.stop();
          } else {
            minutes.play();
          }
        });
  }
}
