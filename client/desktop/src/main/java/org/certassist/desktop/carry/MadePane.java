package org.certassist.desktop.carry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Stage;
import org.certassist.core.paper.Paper;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// The work area after a file was made: where it lies, and what the clerk does with it now.
public final class MadePane extends StackPane {
  private final CarryViewModel model;
  private final HandInViewModel handIn;
  private final ObservableValue<Profile> profile;
  private final ObservableValue<Words> words;
  private final Runnable anew;

  /// @param anew begins with a new file
  public MadePane(
      CarryViewModel model,
      HandInViewModel handIn,
      ObservableValue<Profile> profile,
      ObservableValue<Words> words,
      Runnable anew) {
    this.model = model;
    this.handIn = handIn;
    this.profile = profile;
    this.words = words;
    this.anew = anew;
    getChildren().add(new Drawn<>(model.state(), words, this::draw));
  }

  private Node draw(CarryState state, Words now) {
    return switch (state) {
      case CarryState.Made made -> made(made, now);
      case CarryState.Idle _, CarryState.Making _, CarryState.Refused _ -> new StackPane();
    };
  }

  private Node made(CarryState.Made made, Words now) {
    History history = made.history();
    VBox column = new VBox(16, said(made, now));
    gaps(made.gaps(), now).ifPresent(column.getChildren()::add);
    column
        .getChildren()
        .addAll(
            opening(made, now),
            Notice.ofTrouble(Tone.WARNING, model.notOpened(), words),
            new CarriedPane(history, profile.getValue(), now));
    ScrollPane scroll = new ScrollPane(column);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    BorderPane pane = new BorderPane(scroll);
    pane.setBottom(actions(made, now));
    return pane;
  }

  /// That the file is there; after she has handed it in, that this is recorded.
  private static Node said(CarryState.Made made, Words words) {
    return made.history().stage() == Stage.HANDED_IN
        ? CarriedPane.stage(made.history(), words)
        : Notice.of(
            Tone.GOOD,
            words.get("carry.made", String.valueOf(made.file().getFileName())),
            made.file().toString());
  }

  private static Optional<Node> gaps(List<Paper.Gap> gaps, Words words) {
    return gaps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Notice.of(
                Tone.WARNING,
                words.get("carry.gaps"),
                gaps.stream().map(gap -> CarriedWords.gap(gap, words)).toArray(String[]::new)));
  }

  private Node actions(CarryState.Made made, Words now) {
    Button record = CarriedButtons.record("hand-in", made.history(), handIn, now);
    Button next = Make.button("anew", now.get("result.anew"), anew);
    (made.history().stage() == Stage.HANDED_IN ? next : record).getStyleClass().add("accent");
    HBox actions =
        new HBox(
            Make.button("made-back", now.get("carry.back"), model::dismiss),
            Make.gap(),
            record,
            next);
    actions.getStyleClass().add("action-bar");
    return actions;
  }

  /// What she opens to go on.
  private Node opening(CarryState.Made made, Words now) {
    Path file = made.file();
    Way way = made.history().last(Step.Exported.class).orElseThrow().way();
    HBox buttons = new HBox(12);
    if (way == Way.COUNTER) {
      buttons
          .getChildren()
          .add(Make.button("open-file", now.get("carry.openFile"), () -> model.openFile(file)));
    }
    buttons
        .getChildren()
        .add(Make.button("open-folder", now.get("carry.openFolder"), () -> model.openFolder(file)));
    CarriedButtons.page(way, profile.getValue(), model, now).ifPresent(buttons.getChildren()::add);
    return buttons;
  }
}
