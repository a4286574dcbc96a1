package org.certassist.desktop.send;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.check.CheckViewModel;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.TickBox;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.KeyState;

/// The main button, named for the act that the portal really offers, with the reason beside it
/// where it cannot be pressed yet.
public final class MainActBar extends StackPane {
  private final SendViewModel model;
  private final CheckViewModel file;
  private final Asking asking;
  private final ShanghaiTime time;
  private final ObjectBinding<Now> now;

  /// What the bar is drawn from.
  private record Now(CheckState check, KeyState keys, Profile profile, SendState send) {}

  public MainActBar(
      SendViewModel model,
      CheckViewModel file,
      ObservableValue<KeyState> keys,
      ObservableValue<Profile> profile,
      Asking asking,
      ShanghaiTime time,
      ObservableValue<Words> words) {
    this.model = model;
    this.file = file;
    this.asking = asking;
    this.time = time;
    this.now =
        Bindings.createObjectBinding(
            () ->
                new Now(
                    file.state().get(), keys.getValue(), profile.getValue(), model.state().get()),
            file.state(),
            keys,
            profile,
            model.state());
    getChildren().add(new Drawn<>(now, words, this::draw));
  }

  private Node draw(Now state, Words words) {
    if (!(state.check() instanceof CheckState.InHand sheet)) {
      return new StackPane();
    }
    MainAct act = MainAct.of(sheet, state.keys(), state.profile());
    String name =
        switch (act.way()) {
          case REST -> words.get("act.rest", act.rows());
          case PAGE_UPLOAD -> words.get("act.pageUpload", act.rows());
          case COUNTER -> words.get("act.counter", act.rows());
        };
    Button button = Make.button("main-act", name, () -> act(act, sheet, words), "accent", "large");
    button.setDefaultButton(true);
    button.setDisable(act.obstacle().isPresent() || state.send() instanceof SendState.Preparing);
    Label reason =
        Make.paragraph(
            act.obstacle()
                .map(obstacle -> words.get("obstacle." + obstacle.name()))
                .orElseGet(() -> words.get("act.help." + act.way().word())),
            "muted");
    reason.setId("obstacle");
    button.setAccessibleHelp(reason.getText());
    HBox.setHgrow(reason, Priority.ALWAYS);
    reason.setMaxWidth(Double.MAX_VALUE);
    reason.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    HBox buttons = new HBox(12, button);
    if (act.way() == Way.PAGE_UPLOAD && state.profile().page().isPresent()) {
      Button page = Make.button("open-page", words.get("act.openPage"), model::openPage, "large");
      buttons.getChildren().addFirst(page);
    }
    HBox line = new HBox(reason, buttons);
    line.getStyleClass().add("action-bar");
    VBox box = new VBox(8);
    if (state.send() instanceof SendState.NotPrepared(var fault, var inTheWay)) {
      box.getChildren().add(Notice.of(Tone.BAD, fault, words));
      inTheWay
          .map(waiting -> withdraw(waiting, state.profile(), words))
          .ifPresent(box.getChildren()::add);
      if (fault.id().equals("usage.earlierUnreadable")) {
        box.getChildren().add(notFiledBefore(words));
      }
    }
    closed(state.profile(), sheet, words).ifPresent(box.getChildren()::add);
    box.getChildren().add(line);
    return box;
  }

  private Node notFiledBefore(Words words) {
    TickBox confirmed = new TickBox(words.get("act.notFiledBefore"));
    confirmed.setId("not-filed-before");
    Button button = Make.button("go-on", words.get("act.goOn"), model::beginNotFiledBefore);
    button.disableProperty().bind(confirmed.selectedProperty().not());
    HBox line = new HBox(Make.gap(), confirmed, button);
    line.getStyleClass().add("action-bar");
    return line;
  }

  private Node withdraw(History waiting, Profile profile, Words words) {
    Button button =
        Make.button(
            "withdraw-in-the-way",
            words.get("withdraw.inTheWay"),
            () -> {
              if (asking.confirm(Withdrawal.question(waiting, profile, words))) {
                model.withdraw(waiting);
              }
            });
    HBox line = new HBox(Make.gap(), button);
    line.getStyleClass().add("action-bar");
    return line;
  }

  /// Says when filing is possible where it is not now; the portal decides, so it stops nothing.
  private Optional<Notice> closed(Profile profile, CheckState.InHand sheet, Words words) {
    FilingCalendar calendar = profile.calendar();
    if (calendar.isOpen(time.now()) || sheet.draft().kind().isForClosedDays()) {
      return Optional.empty();
    }
    FilingCalendar.Window next = calendar.window(sheet.settlementMonth());
    return Optional.of(
        Notice.of(
            Tone.WARNING,
            words.get("act.closed"),
            words.get(
                "act.opens",
                words.month(next.settlementMonth()),
                next.firstDay().toString(),
                next.lastDay().toString())));
  }

  private void act(MainAct act, CheckState.InHand sheet, Words words) {
    switch (act.way()) {
      case REST -> model.begin();
      case PAGE_UPLOAD ->
          asking
              .save(
                  words.get("upload.title"),
                  words.get("save.uploadName", CheckState.baseName(sheet.file())))
              .ifPresent(file::saveForUpload);
      case COUNTER -> {}
    }
  }
}
