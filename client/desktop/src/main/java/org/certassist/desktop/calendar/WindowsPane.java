package org.certassist.desktop.calendar;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.FilingCalendar.Window;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Columns;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// The filing window as it is now, what comes due, and the windows of a year to come.
final class WindowsPane extends VBox {
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int MONTHS = 12;
  private static final double LINE = 30;

  private final Profile profile;
  private final FilingOutlook outlook;
  private final Words words;

  /// @param here the PC's own time zone
  WindowsPane(
      Profile profile, FilingOutlook outlook, List<Reminder> reminders, ZoneId here, Words words) {
    super(16);
    this.profile = profile;
    this.outlook = outlook;
    this.words = words;
    setId("windows-now");
    getChildren().add(now());
    otherZone(here).ifPresent(getChildren()::add);
    reminders.forEach(reminder -> getChildren().add(reminder(reminder)));
    if (outlook.opening() != FilingCalendar.Opening.NOT_KNOWN) {
      getChildren().addAll(Make.label(words.get("calendar.coming"), "subheading"), coming());
    }
    exceptions().ifPresent(getChildren()::add);
    getChildren()
        .add(
            Make.paragraph(
                words.get("calendar.source", profile.source().document(), profile.source().date()),
                "muted",
                "small"));
  }

  private Node now() {
    Window window = outlook.window();
    VBox card =
        new VBox(
            new HBox(
                12,
                Make.label(state(), "heading"),
                Make.gap(),
                Make.label(words.get("calendar.now", outlook.now().format(MINUTES)), "muted")));
    card.setId("window-now");
    card.getStyleClass().add("card");
    if (outlook.opening() == FilingCalendar.Opening.IN_WINDOWS) {
      String span = span(window);
      card.getChildren()
          .add(
              Make.paragraph(
                  outlook
                      .left()
                      .map(left -> words.get("calendar.until", span, left(left)))
                      .orElseGet(() -> words.get("calendar.opens", span)),
                  outlook.closesSoon() ? "warning-words" : "strong"));
    }
    Label month = Make.paragraph(month(window));
    month.setId("settlement-month");
    card.getChildren().add(month);
    return card;
  }

  private String state() {
    return switch (outlook.opening()) {
      case ALWAYS -> words.get("calendar.always");
      case NOT_KNOWN -> words.get("calendar.notKnown");
      case IN_WINDOWS -> words.get(outlook.isOpen() ? "calendar.isOpen" : "calendar.isClosed");
    };
  }

  /// Which month counts, and why, where the calendar on the wall says another.
  private String month(Window window) {
    YearMonth counts = window.settlementMonth();
    YearMonth wall = YearMonth.from(outlook.now());
    if (outlook.opening() == FilingCalendar.Opening.NOT_KNOWN) {
      return words.get("calendar.monthNotKnown", words.month(counts));
    }
    return counts.equals(wall)
        ? words.get("calendar.monthSame", words.month(counts), window.lastDay().toString())
        : words.get(
            "calendar.monthOther",
            words.month(counts),
            words.month(wall),
            window.lastDay().toString());
  }

  private Optional<Node> otherZone(ZoneId here) {
    var now = outlook.now().atZone(ShanghaiTime.ZONE);
    var local = now.withZoneSameInstant(here);
    if (local.getOffset().equals(now.getOffset())) {
      return Optional.empty();
    }
    Notice notice =
        Notice.of(
            Tone.INFO,
            words.get("calendar.zone", here.getId(), local.format(MINUTES)),
            words.get("calendar.zoneHelp"));
    notice.setId("other-zone");
    return Optional.of(notice);
  }

  private Node reminder(Reminder reminder) {
    return switch (reminder) {
      case Reminder.ClosesSoon(Duration left) ->
          Notice.of(
              Tone.WARNING,
              words.get("reminder.closesSoon", left(left)),
              words.get("reminder.closesSoonHelp"));
      case Reminder.Closed(var opens) ->
          Notice.of(
              Tone.WARNING,
              words.get("reminder.closed", opens.toString()),
              words.get("reminder.closedHelp"));
      case Reminder.NotYetKnown(int declarations) ->
          Notice.of(
              Tone.WARNING,
              words.get("reminder.notYetKnown", declarations),
              words.get("reminder.notYetKnownHelp"));
      case Reminder.StillToFile(int declarations, boolean closesSoon) ->
          Notice.of(
              closesSoon ? Tone.WARNING : Tone.INFO,
              words.get("reminder.stillToFile", declarations),
              words.get("reminder.stillToFileHelp"));
      case Reminder.TooLate(int declarations, YearMonth latest) ->
          Notice.of(
              Tone.WARNING,
              words.get("reminder.tooLate", declarations, words.month(latest)),
              words.get("reminder.tooLateHelp"));
      case Reminder.CertificateEnds(String holder, var day, var ends) ->
          Notice.of(
              Tone.WARNING,
              words.get("reminder.certificate", holder, day.toString(), ends.toString()),
              words.get("key.endsSoonNext"));
    };
  }

  private Node coming() {
    List<Window> windows =
        IntStream.range(0, MONTHS)
            .mapToObj(i -> outlook.window().settlementMonth().plusMonths(i))
            .map(profile.calendar()::window)
            .toList();
    TableView<Window> table = new TableView<>(FXCollections.observableList(windows));
    table.setId("windows");
    table.getStyleClass().addAll("dense", "bordered");
    table.setAccessibleText(words.get("calendar.coming"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setFixedCellSize(LINE);
    table.setMinHeight(LINE * (MONTHS + 1) + 6);
    table.setPrefHeight(table.getMinHeight());
    table
        .getColumns()
        .setAll(
            List.of(
                Columns.<Window>text(
                    words.get("calendar.month"),
                    110,
                    window -> words.month(window.settlementMonth())),
                Columns.<Window>text(
                    words.get("calendar.from"), 140, window -> window.opens().format(MINUTES)),
                Columns.<Window>text(words.get("calendar.to"), 140, WindowsPane::closes),
                Columns.<Window>text(words.get("calendar.note"), 160, this::note)));
    return table;
  }

  private String note(Window window) {
    List<String> notes = new ArrayList<>();
    if (window.equals(outlook.window())) {
      notes.add(
          words.get(window.contains(outlook.now()) ? "calendar.noteNow" : "calendar.noteNext"));
    }
    if (profile.calendar().exceptions().contains(window)) {
      notes.add(words.get("calendar.noteAnnounced"));
    }
    return words.list(notes);
  }

  /// Announced windows, those that are over too: she sees that the rule does not always hold.
  private Optional<Node> exceptions() {
    if (profile.calendar().exceptions().isEmpty()) {
      return Optional.empty();
    }
    VBox box = new VBox(4, Make.label(words.get("calendar.exceptions"), "subheading"));
    box.setId("exceptions");
    for (Window window : profile.calendar().exceptions()) {
      box.getChildren()
          .add(
              Make.paragraph(
                  words.get(
                      window.closes().isBefore(outlook.now())
                          ? "calendar.exceptionOver"
                          : "calendar.exception",
                      words.month(window.settlementMonth()),
                      span(window))));
    }
    return Optional.of(box);
  }

  private String span(Window window) {
    return words.get("calendar.span", window.opens().format(MINUTES), closes(window));
  }

  /// Midnight is written as the bureaus do: the 6th 24:00, not the 7th 00:00.
  private static String closes(Window window) {
    return window.closes().toLocalTime().toSecondOfDay() == 0
        ? window.lastDay() + " 24:00"
        : window.closes().format(MINUTES);
  }

  /// Days and hours; near the end hours and minutes.
  private String left(Duration left) {
    return left.toDays() > 0
        ? words.get("calendar.daysHours", left.toDays(), left.toHoursPart())
        : words.get("calendar.hoursMinutes", left.toHours(), left.toMinutesPart());
  }
}
