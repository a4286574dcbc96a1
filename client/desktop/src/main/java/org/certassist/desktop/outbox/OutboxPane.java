package org.certassist.desktop.outbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.fault.Fault;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Columns;
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
import org.certassist.desktop.send.SendViewModel;
import org.certassist.desktop.send.Withdrawal;

/// The list of what waits and what went; one of them can be looked at.
public final class OutboxPane extends StackPane {
  private final OutboxViewModel model;
  private final SendViewModel sending;
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
      Evidence evidence,
      Consumer<History> results,
      Asking asking,
      ObservableValue<KeyState> keys,
      ObservableValue<Profile> profile,
      ObservableValue<Words> words) {
    this.model = model;
    this.sending = sending;
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
    send.setDisable(loaded.waiting() == 0);
    Drawn<KeyState> hint =
        new Drawn<>(
            keys,
            words,
            (state, in) -> {
              send.setDisable(loaded.waiting() == 0 || state.key().isEmpty());
              return Make.label(
                  loaded.waiting() > 0 && state.key().isEmpty() ? in.get("obstacle.NO_KEY") : "",
                  "muted");
            });
    TableView<History> table = table(loaded.histories(), now);
    Button withdraw =
        Make.button(
            "withdraw",
            now.get("withdraw.button"),
            () -> withdraw(table.getSelectionModel().getSelectedItem(), now));
    withdraw
        .disableProperty()
        .bind(
            table
                .getSelectionModel()
                .selectedItemProperty()
                .map(history -> !history.stage().mayBeWithdrawn())
                .orElse(true));
    HBox heading =
        new HBox(
            12, Make.label(now.get("outbox.title"), "heading"), Make.gap(), hint, withdraw, send);
    heading.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox box = new VBox(16, heading, trouble());
    loaded.damaged().ifPresent(fault -> box.getChildren().add(Notice.of(Tone.BAD, fault, now)));
    box.getChildren().addAll(table, below(table, now));
    return box;
  }

  private Node below(TableView<History> table, Words now) {
    Button take =
        Make.button(
            "results-take",
            now.get("results.button"),
            () ->
                Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                    .ifPresent(results));
    take.disableProperty()
        .bind(
            table
                .getSelectionModel()
                .selectedItemProperty()
                .map(history -> !ResultsState.mayBeListed(history))
                .orElse(true));
    HBox line =
        new HBox(12, Make.label(now.get("outbox.hint"), "muted", "small"), Make.gap(), take);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return line;
  }

  private TableView<History> table(List<History> histories, Words now) {
    TableView<History> table = new TableView<>(FXCollections.observableArrayList(histories));
    table.setId("outbox");
    table.getStyleClass().addAll("dense", "bordered");
    table.setAccessibleText(now.get("outbox.title"));
    table.setPlaceholder(Make.label(now.get("outbox.empty"), "muted"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table
        .getColumns()
        .setAll(
            List.of(
                Columns.<History>text(now.get("outbox.when"), 150, history -> when(history, now)),
                Columns.<History>text(now.get("outbox.kind"), 170, history -> kind(history, now)),
                Columns.<History>text(
                    now.get("outbox.unit"), 190, history -> history.content().unit().name()),
                Columns.<History>number(
                    now.get("outbox.rows"), 60, history -> history.content().rows().size()),
                Columns.<History>text(
                    now.get("outbox.stage"), 180, history -> now.shared().stage(history.stage())),
                Columns.<History>text(now.get("outbox.receipt"), 170, OutboxPane::receipt)));
    table.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        show(table.getSelectionModel().getSelectedItem());
      }
    });
    table.setOnMouseClicked(click -> {
      if (click.getClickCount() == 2) {
        show(table.getSelectionModel().getSelectedItem());
      }
    });
    return table;
  }

  private Node trouble() {
    Drawn<Optional<Fault>> drawn =
        new Drawn<>(
            model.trouble(),
            words,
            (fault, in) ->
                fault.<Node>map(why -> Notice.of(Tone.BAD, why, in)).orElseGet(StackPane::new));
    drawn.managedProperty().bind(model.trouble().map(Optional::isPresent));
    return drawn;
  }

  private void withdraw(@org.jspecify.annotations.Nullable History history, Words now) {
    if (history != null && asking.confirm(Withdrawal.question(history, profile.getValue(), now))) {
      model.withdraw(history);
    }
  }

  private void show(@org.jspecify.annotations.Nullable History history) {
    evidence.forget();
    model.shown().set(Optional.ofNullable(history));
  }

  private static String when(History history, Words now) {
    return now.time(history.entries().getLast().at());
  }

  private String kind(History history, Words now) {
    String id = history.content().kind();
    return profile
        .getValue()
        .kind(id)
        .map(kind -> now.either(kind.title(), kind.titleEnglish()))
        .orElse(id);
  }

  private static String receipt(History history) {
    return history.last(Step.Accepted.class).map(step -> step.receipt().number()).orElse("");
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
            new ResultPane(history, false, profile.getValue(), now),
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
}
