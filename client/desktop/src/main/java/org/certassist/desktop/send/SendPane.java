package org.certassist.desktop.send;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.Stage;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.key.PinVerdict;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// The work area while something is sent and after it: progress, then what became of it.
public final class SendPane extends StackPane {
  private final SendViewModel model;
  private final Evidence evidence;
  private final ObservableValue<Profile> profile;
  private final ObservableValue<Words> words;
  private final Runnable anew;
  private final Asking asking;

  /// @param anew begins with a new file
  public SendPane(
      SendViewModel model,
      Evidence evidence,
      ObservableValue<Profile> profile,
      ObservableValue<Words> words,
      Runnable anew,
      Asking asking) {
    this.model = model;
    this.evidence = evidence;
    this.profile = profile;
    this.words = words;
    this.anew = anew;
    this.asking = asking;
    getChildren().add(new Drawn<>(model.state(), words, this::draw));
  }

  private Node draw(SendState state, Words now) {
    return switch (state) {
      case SendState.Sending sending -> new StackPane(new ProgressPane(sending, model, now));
      case SendState.Ended ended ->
          scrolled(
              new ResultPane(ended.history(), ended.cancelled(), profile.getValue(), now),
              ended(ended.history(), now));
      case SendState.NotSent notSent -> scrolled(notSent(notSent, now), back(now));
      case SendState.Cancelled() ->
          scrolled(
              Notice.of(Tone.INFO, now.get("result.cancelled"), now.get("result.nothingKept")),
              back(now));
      case SendState.OutboxStopped stopped ->
          scrolled(stopped(stopped, now), goOn(stopped.now(), now));
      case SendState.OutboxSent sent -> scrolled(outbox(sent, now), goOn(sent.taken(), now));
      case SendState.Idle _,
          SendState.Preparing _,
          SendState.NotPrepared _,
          SendState.OutboxNotBegun _,
          SendState.Asking _ ->
          new StackPane();
    };
  }

  private Node scrolled(Node content, HBox actions) {
    VBox column =
        new VBox(
            16,
            content,
            new Drawn<>(model.pinVerdict(), words, SendPane::notice),
            new Drawn<>(evidence.saved(), words, (saved, now) -> notice(saved, now)));
    ScrollPane scroll = new ScrollPane(column);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    BorderPane pane = new BorderPane(scroll);
    pane.setBottom(actions);
    return pane;
  }

  /// What is to be said of the PIN; nothing where it is good.
  private static Node notice(PinVerdict verdict, Words words) {
    return words
        .shared()
        .pinVerdict(verdict)
        .<Node>map(warning -> Notice.of(Tone.WARNING, warning, words))
        .orElseGet(StackPane::new);
  }

  private static Node notice(Optional<Saved> saved, Words words) {
    return saved.<Node>map(done -> done.notice(words)).orElseGet(StackPane::new);
  }

  private static Node notSent(SendState.NotSent notSent, Words words) {
    VBox box = new VBox(16, Notice.of(Tone.BAD, notSent.fault(), words));
    notSent
        .kept()
        .ifPresent(history ->
            box.getChildren()
                .add(
                    Notice.of(
                        Tone.INFO,
                        words.get("result.kept"),
                        words.shared().stageHelp(history.stage()))));
    return box;
  }

  private static Node outbox(SendState.OutboxSent sent, Words words) {
    VBox box = new VBox(12, Make.label(words.get("outbox.sent", sent.taken().size()), "heading"));
    box.setId("outbox-sent");
    sent.taken().forEach(taken -> box.getChildren().add(taken(taken, words)));
    return box;
  }

  private static Node stopped(SendState.OutboxStopped stopped, Words words) {
    VBox box = new VBox(12);
    box.setId("outbox-stopped");
    String counts =
        words.get("outbox.stopped", stopped.filed(), stopped.notFiled(), stopped.toBeAsked());
    String asked = stopped.toBeAsked() > 0 ? words.get("result.willBeAsked") : "";
    stopped.why().ifPresent(fault -> box.getChildren().add(Notice.of(Tone.BAD, fault, words)));
    box.getChildren()
        .add(
            stopped.why().isPresent()
                ? Notice.of(Tone.INFO, counts, asked)
                : Notice.of(Tone.INFO, words.get("result.cancelled"), counts, asked));
    stopped.now().forEach(one -> box.getChildren().add(stopped(one, words)));
    return box;
  }

  /// Nothing is being sent any more: what was on its way is to be asked for.
  private static Node stopped(SendOutbox.Taken one, Words words) {
    Stage stage = one.after() == Stage.SENDING ? Stage.UNCONFIRMED : one.after();
    return taken(new SendOutbox.Taken(one.id(), one.before(), stage, one.fault()), words);
  }

  private static Node taken(SendOutbox.Taken taken, Words words) {
    return taken
        .fault()
        .map(fault -> Notice.of(Tone.WARNING, fault, words))
        .orElseGet(() ->
            Notice.of(
                Tone.INFO,
                words.shared().stage(taken.after()),
                words.shared().stageHelp(taken.after()),
                taken.id().toString()));
  }

  private HBox ended(History history, Words now) {
    HBox actions = actions();
    actions
        .getChildren()
        .addAll(new Keepsakes(evidence, asking, profile.getValue()).buttons(history, now));
    Button next = Make.button("anew", now.get("result.anew"), anew, "accent");
    next.setDefaultButton(true);
    actions.getChildren().addAll(Make.gap(), next);
    return actions;
  }

  /// Back, and where something still waits, on with it; a key that was pulled out wants its PIN.
  private HBox goOn(List<SendOutbox.Taken> taken, Words now) {
    HBox actions = back(now);
    if (taken.stream().anyMatch(one -> one.after().waits())) {
      Button on = Make.button("go-on-outbox", now.get("outbox.goOn"), model::beginOutbox);
      on.disableProperty().bind(model.isKeyThere().map(there -> !there));
      Label without = Make.paragraph(now.get("outbox.goOnNeedsKey"), "muted");
      without.visibleProperty().bind(on.disableProperty());
      actions.getChildren().addFirst(without);
      actions.getChildren().add(on);
    }
    return actions;
  }

  private HBox back(Words now) {
    HBox actions = actions();
    Button back = Make.button("back", now.get("result.back"), model::dismiss, "accent");
    back.setDefaultButton(true);
    back.setCancelButton(true);
    actions.getChildren().addAll(Make.gap(), back);
    return actions;
  }

  private static HBox actions() {
    HBox actions = new HBox();
    actions.getStyleClass().add("action-bar");
    return actions;
  }
}
