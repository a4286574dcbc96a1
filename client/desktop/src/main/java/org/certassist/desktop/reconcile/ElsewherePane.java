package org.certassist.desktop.reconcile;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.fault.Fault;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.TickBox;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// The page on which what must be seen to elsewhere is ticked off, person by person.
final class ElsewherePane extends VBox {
  private final ElsewhereViewModel model;
  private final ObservableValue<Profile> profile;

  ElsewherePane(
      ElsewhereViewModel model, ObservableValue<Profile> profile, ObservableValue<Words> words) {
    super(12);
    this.model = model;
    this.profile = profile;
    setId("elsewhere");
    Node trouble = Notice.ofTrouble(Tone.BAD, model.trouble(), words);
    Drawn<Words> table = new Drawn<>(words, words, (_, now) -> new PointTable(model, now));
    VBox.setVgrow(table, Priority.ALWAYS);
    Drawn<Words> doneToo = new Drawn<>(words, words, (_, now) -> doneToo(now));
    getChildren().addAll(new Drawn<>(model.state(), words, this::summary), trouble, table, doneToo);
  }

  private Node summary(ElsewhereState state, Words words) {
    return switch (state) {
      case ElsewhereState.Loading() -> new StackPane();
      case ElsewhereState.Failed(Fault fault) -> Notice.of(Tone.BAD, fault, words);
      case ElsewhereState.Listed(int open, int damaged) -> {
        VBox box = new VBox(8, standing(open, words));
        if (damaged > 0) {
          box.getChildren()
              .add(Notice.of(Tone.WARNING, words.shared().get("cli.elsewhere.damaged", damaged)));
        }
        yield box;
      }
    };
  }

  private Notice standing(int open, Words words) {
    return open == 0
        ? Notice.of(Tone.GOOD, words.get("elsewhere.none"), words.get("elsewhere.noneHelp"))
        : Notice.of(
            Tone.WARNING,
            words.get("elsewhere.open", open),
            words.get("elsewhere.openHelp", words.list(profile.getValue().notCovered())));
  }

  private Node doneToo(Words words) {
    TickBox box = new TickBox(words.get("elsewhere.doneToo"));
    box.setId("elsewhere-done-too");
    box.selectedProperty().bindBidirectional(model.doneToo());
    HBox line = new HBox(12, box, Make.gap());
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
