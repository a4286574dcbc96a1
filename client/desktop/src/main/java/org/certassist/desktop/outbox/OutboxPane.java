package org.certassist.desktop.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.fault.Fault;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.desktop.carry.CarriedButtons;
import org.certassist.desktop.carry.CarriedPane;
import org.certassist.desktop.carry.CarriedWords;
import org.certassist.desktop.carry.CarryViewModel;
import org.certassist.desktop.carry.HandInViewModel;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.KeyState;
import org.certassist.desktop.outbox.OutboxViewModel.Listing;
import org.certassist.desktop.results.ResultsState;
import org.certassist.desktop.send.Evidence;
import org.certassist.desktop.send.Keepsakes;
import org.certassist.desktop.send.ResultPane;
import org.certassist.desktop.send.SendState;
import org.certassist.desktop.send.SendViewModel;
import org.certassist.desktop.send.Withdrawal;

/// The list of what waits and what went; one of them can be looked at.
public final class OutboxPane extends StackPane {
  private final OutboxViewModel model;
  private final SendViewModel sending;
  private final CarryViewModel carry;
  private final HandInViewModel handIn;
  private final Evidence evidence;
  private final Consumer<History> results;
  private final Asking asking;
  private final ObservableValue<KeyState> keys;
  private final ObservableValue<Profile> profile;
  private final ObservableValue<Words> words;

  /// @param results takes in the portal's results of a declaration
  public OutboxPane(
      OutboxViewModel model,
      SendViewModel sending,
      CarryViewModel carry,
      HandInViewModel handIn,
      Evidence evidence,
      Consumer<History> results,
      Asking asking,
      ObservableValue<KeyState> keys,
      ObservableValue<Profile> profile,
      ObservableValue<Words> words) {
    this.model = model;
    this.sending = sending;
    this.carry = carry;
    this.handIn = handIn;
    this.evidence = evidence;
    this.results = results;
    this.asking = asking;
    this.keys = keys;
    this.profile = profile;
    this.words = words;
    Drawn<Listing> list = new Drawn<>(model.listing(), words, this::list);
    Drawn<Optional<History>> one = new Drawn<>(model.shown(), words, this::one);
    one.visibleProperty().bind(model.shown().map(Optional::isPresent));
    list.visibleProperty().bind(model.shown().map(Optional::isEmpty));
    getChildren().addAll(list, one);
  }

  private Node list(Listing listing, Words now) {
    return switch (listing) {
      case Listing.Loading() -> new StackPane();
      case Listing.Failed(var fault) -> new VBox(Notice.of(Tone.BAD, fault, now));
      case Listing.Loaded loaded -> loaded(loaded, now);
    };
  }

  private Node loaded(Listing.Loaded loaded, Words now) {
    Button send =
        Make.button(
            "send-waiting",
            now.get("outbox.send", loaded.waiting()),
            sending::beginOutbox,
            "accent");
    send.disableProperty()
        .bind(
            keys.flatMap(key ->
                sending
                    .state()
                    .map(state ->
                        loaded.waiting() == 0
                            || !key.hasChoices()
                            || SendViewModel.isBusy(state))));
    Drawn<KeyState> hint =
        new Drawn<>(
            keys,
            words,
            (state, in) ->
                Make.label(
                    loaded.waiting() > 0 && !state.hasChoices() ? in.get("obstacle.NO_KEY") : "",
                    "muted"));
    OutboxTable table = new OutboxTable(loaded.histories(), profile.getValue(), now, this::show);
    Button withdraw =
        Make.button(
            "withdraw",
            now.get("withdraw.button"),
            () -> table.chosen().ifPresent(history -> withdraw(history, now)));
    withdraw
        .disableProperty()
        .bind(table.choice().map(history -> !history.stage().mayBeWithdrawn()).orElse(true));
    Button record =
        Make.button(
            "hand-in-listed",
            now.get("handIn.button"),
            () -> table.chosen().ifPresent(handIn::begin));
    record
        .disableProperty()
        .bind(table.choice().map(history -> !CarriedWords.isCarried(history.stage())).orElse(true));
    HBox heading = new HBox(12, Make.label(now.get("outbox.title"), "heading"), Make.gap());
    heading.setAlignment(Pos.CENTER_LEFT);
    if (profile.getValue().offers(Way.REST) || loaded.waiting() > 0) {
      heading.getChildren().addAll(hint, send);
    }
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox box = new VBox(16, heading, trouble());
    loaded.damaged().ifPresent(fault -> box.getChildren().add(Notice.of(Tone.BAD, fault, now)));
    Label help = Make.paragraph(now.get("outbox.hint"), "muted", "small");
    HBox.setHgrow(help, Priority.ALWAYS);
    help.setMaxWidth(Double.MAX_VALUE);
    Button take =
        Make.button(
            "results-take", now.get("results.button"), () -> table.chosen().ifPresent(results));
    take.disableProperty()
        .bind(table.choice().map(history -> !ResultsState.mayBeListed(history)).orElse(true));
    HBox chosen = new HBox(12, help, take, record, withdraw);
    chosen.setAlignment(Pos.CENTER_LEFT);
    box.getChildren().addAll(table, chosen);
    return box;
  }

  private Node trouble() {
    ObservableValue<Optional<Fault>> notBegun =
        sending
            .state()
            .map(state ->
                state instanceof SendState.OutboxNotBegun(Fault fault)
                    ? Optional.of(fault)
                    : Optional.empty());
    return new VBox(
        Notice.ofTrouble(Tone.BAD, model.trouble(), words),
        Notice.ofTrouble(Tone.BAD, notBegun, words));
  }

  private void withdraw(History history, Words now) {
    if (asking.confirm(Withdrawal.question(history, profile.getValue(), now))) {
      model.withdraw(history);
    }
  }

  private void show(History history) {
    evidence.forget();
    model.shown().set(Optional.of(history));
  }

  private Node one(Optional<History> shown, Words now) {
    if (shown.isEmpty()) {
      return new StackPane();
    }
    History history = shown.get();
    VBox column =
        new VBox(
            16,
            trouble(),
            Notice.ofTrouble(Tone.WARNING, carry.notOpened(), words),
            result(history, now),
            new Drawn<>(
                evidence.saved(),
                words,
                (saved, in) -> saved.<Node>map(done -> done.notice(in)).orElseGet(StackPane::new)));
    ScrollPane scroll = new ScrollPane(column);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    Button back =
        Make.button(
            "outbox-back", now.get("outbox.back"), () -> model.shown().set(Optional.empty()));
    back.setCancelButton(true);
    HBox actions = new HBox(back);
    if (history.stage().mayBeWithdrawn()) {
      actions
          .getChildren()
          .add(
              Make.button(
                  "withdraw-shown", now.get("withdraw.button"), () -> withdraw(history, now)));
    }
    carried(history, now).forEach(actions.getChildren()::add);
    if (ResultsState.mayBeListed(history)) {
      actions
          .getChildren()
          .add(
              Make.button(
                  "results-shown", now.get("results.button"), () -> results.accept(history)));
    }
    actions
        .getChildren()
        .addAll(new Keepsakes(evidence, asking, profile.getValue()).buttons(history, now));
    actions.getStyleClass().add("action-bar");
    BorderPane pane = new BorderPane(scroll);
    pane.setBottom(actions);
    return pane;
  }

  private Node result(History history, Words now) {
    return CarriedWords.isCarried(history.stage())
        ? new VBox(
            16, CarriedPane.stage(history, now), new CarriedPane(history, profile.getValue(), now))
        : new ResultPane(history, false, profile.getValue(), now);
  }

  private List<Node> carried(History history, Words now) {
    List<Node> buttons = new ArrayList<>();
    if (CarriedWords.isCarried(history.stage())) {
      history
          .last(Step.Exported.class)
          .filter(_ -> CarriedPane.isOf(profile.getValue(), history))
          .flatMap(step -> CarriedButtons.page(step.way(), profile.getValue(), carry, now))
          .ifPresent(buttons::add);
      buttons.add(CarriedButtons.record("hand-in-shown", history, handIn, now));
    }
    return buttons;
  }
}
