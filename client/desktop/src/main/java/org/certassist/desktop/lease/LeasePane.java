package org.certassist.desktop.lease;

import java.time.Duration;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.key.KeyLease;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// Says that a key lies open and for how long, with the button that lets it go; nothing where none
/// was opened.
public final class LeasePane extends StackPane {
  private final LeaseViewModel model;

  public LeasePane(LeaseViewModel model, ObservableValue<Words> words) {
    this.model = model;
    getStyleClass().add("lease-pane");
    getChildren().add(new Drawn<>(model.state(), words, this::draw));
    // What is not there takes no room.
    model.state().subscribe(state -> setManaged(isShown(state)));
  }

  private static boolean isShown(LeaseState state) {
    return switch (state) {
      case LeaseState.None() -> false;
      case LeaseState.Open _ -> true;
      case LeaseState.Over(KeyLease.End why) -> why != KeyLease.End.RELEASED;
    };
  }

  private Node draw(LeaseState state, Words words) {
    return switch (state) {
      case LeaseState.None() -> new StackPane();
      case LeaseState.Open open -> open(open, words);
      case LeaseState.Over(KeyLease.End why) ->
          why == KeyLease.End.RELEASED
              ? new StackPane()
              : Notice.of(Tone.INFO, words.get("lease.over." + why.name()));
    };
  }

  private Node open(LeaseState.Open open, Words words) {
    Button release = Make.button("release-key", words.get("lease.release"), model::release);
    VBox box =
        new VBox(
            new HBox(
                8,
                Make.icon(MaterialDesignL.LOCK_OPEN_VARIANT_OUTLINE, "icon-warning"),
                Make.label(words.get("lease.open"), "strong")),
            Make.paragraph(words.get("lease.signatures", open.signatures()), "small"),
            Make.paragraph(words.get("lease.left", clock(open.left())), "small"),
            release);
    box.setId("lease");
    box.getStyleClass().addAll("card", "lease");
    return box;
  }

  private static String clock(Duration left) {
    return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
  }
}
