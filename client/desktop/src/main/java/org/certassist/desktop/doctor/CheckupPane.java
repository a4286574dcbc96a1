package org.certassist.desktop.doctor;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckId;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.helpdesk.ExaminePc.Examined;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.core.profile.Profile;
import org.certassist.core.repair.Action;
import org.certassist.core.repair.DoneRepair;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The check-up: what to begin with and what to do about it, then everything that was looked at.
final class CheckupPane extends VBox {
  private final CheckupViewModel model;
  private final ShanghaiTime time;

  /// What is drawn.
  private record Now(CheckupState state, Optional<CheckId> chosen, Profile profile) {}

  /// What is drawn of repairs.
  private record Repairs(RepairState state, Optional<DoneRepair> undoable) {}

  CheckupPane(
      CheckupViewModel model,
      ObservableValue<Profile> profile,
      ShanghaiTime time,
      ObservableValue<Words> words) {
    super(16);
    this.model = model;
    this.time = time;
    setId("check-up");
    ObservableValue<Now> now =
        Bindings.createObjectBinding(
            () -> new Now(model.state().get(), model.chosen().get(), profile.getValue()),
            model.state(),
            model.chosen(),
            profile);
    ObservableValue<Repairs> repairs =
        Bindings.createObjectBinding(
            () -> new Repairs(model.repair().get(), model.undoable().get()),
            model.repair(),
            model.undoable());
    Drawn<Repairs> repaired = new Drawn<>(repairs, words, this::repairs);
    repaired
        .managedProperty()
        .bind(model.repair().map(state -> !(state instanceof RepairState.Nothing)));
    getChildren().addAll(repaired, new Drawn<>(now, words, this::content));
  }

  private Node content(Now now, Words words) {
    return switch (now.state()) {
      case CheckupState.NotLooked _ -> new StackPane();
      case CheckupState.Looking(var found) ->
          new VBox(16, looking(words), card(found, false, words));
      case CheckupState.Failed(var fault) ->
          new VBox(16, Notice.of(Tone.BAD, fault, words), again(words));
      case CheckupState.Looked looked -> looked(looked, now.profile(), words);
    };
  }

  private static Node looking(Words words) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(24, 24);
    HBox line = new HBox(12, turning, Make.paragraph(words.get("doctor.looking"), "muted"));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node looked(CheckupState.Looked looked, Profile profile, Words words) {
    Examined examined = looked.examined();
    VBox all = new VBox(16, first(examined, profile, words));
    List<CheckResult> results = examined.report().results();
    HBox heading =
        new HBox(
            12,
            Make.label(words.get("doctor.all", results.size()), "subheading"),
            Make.gap(),
            Make.label(words.get("doctor.at", words.time(looked.at())), "muted", "small"),
            again(words));
    heading.setAlignment(Pos.CENTER_LEFT);
    VBox card = new VBox(heading, new ResultRows(results, true, model, words));
    card.getStyleClass().add("card");
    all.getChildren().add(card);
    return all;
  }

  private Node card(List<CheckResult> found, boolean pick, Words words) {
    VBox card = new VBox(new ResultRows(found, pick, model, words));
    card.getStyleClass().add("card");
    return card;
  }

  private Button again(Words words) {
    Button again =
        Make.button("check-again", words.get("doctor.again"), model::look, "flat", "accent");
    again.setGraphic(Make.icon(MaterialDesignR.REFRESH));
    return again;
  }

  private Node first(Examined examined, Profile profile, Words words) {
    Optional<CheckResult> shown = model.shown(examined);
    if (shown.isEmpty()) {
      long unknown = model.unknown(examined);
      Notice notice =
          unknown == 0
              ? Notice.of(Tone.GOOD, words.get("doctor.healthy"), words.get("doctor.healthyHelp"))
              : Notice.of(
                  Tone.INFO,
                  words.get("doctor.healthy"),
                  words.get("doctor.healthyUnknown", unknown));
      notice.setId("check-healthy");
      return notice;
    }
    Node advice = advice(shown.get(), profile, words);
    advice.setId("check-first");
    return advice;
  }

  private Node advice(CheckResult result, Profile profile, Words words) {
    Tone tone = result.state() == CheckResult.State.FAILED ? Tone.BAD : Tone.WARNING;
    Cause cause = result.cause().orElseThrow();
    Optional<KnowledgeEntry> entry = model.known(cause);
    String title = words.shared().evidence(result);
    if (entry.isEmpty()) {
      return Notice.of(tone, title);
    }
    AdviceCard card =
        new AdviceCard(tone, title, entry.get(), profile.contacts(), time.now(), words);
    model.action(cause).ifPresent(action -> card.add(buttons(action, words)));
    return card;
  }

  private Node buttons(Action action, Words words) {
    FlowPane buttons =
        new FlowPane(
            8,
            8,
            Make.button(
                "check-act", words.shared().action(action), () -> model.act(action), "accent"));
    if (action instanceof Action.Repairs(PcRepair repair)
        && repair.rights() == PcRepair.Rights.ADMINISTRATOR) {
      buttons.getChildren().add(Make.label(words.get("doctor.administrator"), "muted", "small"));
    }
    buttons.setAlignment(Pos.CENTER_LEFT);
    return buttons;
  }

  private Node repairs(Repairs now, Words words) {
    Optional<Notice> notice =
        switch (now.state()) {
          case RepairState.Nothing _ -> Optional.empty();
          case RepairState.Working _ ->
              Optional.of(Notice.of(Tone.INFO, words.get("doctor.repairing")));
          case RepairState.Done(var repair) ->
              Optional.of(Notice.of(Tone.GOOD, words.shared().done(repair)));
          case RepairState.Undone(var repair) ->
              Optional.of(Notice.of(Tone.INFO, words.shared().undone(repair)));
          case RepairState.Failed(var fault) -> Optional.of(Notice.of(Tone.WARNING, fault, words));
        };
    now.undoable()
        .filter(last ->
            now.state() instanceof RepairState.Done(var repair)
                && repair.isUndoable()
                && repair == last.repair())
        .ifPresent(_ ->
            notice.ifPresent(said ->
                said.add(
                    Make.button("check-undo", words.get("doctor.undo"), model::undo, "small"))));
    return notice.<Node>map(said -> said).orElseGet(StackPane::new);
  }
}
