package org.certassist.desktop.reconcile;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Segment;
import org.certassist.desktop.fx.Words;
import org.controlsfx.control.SegmentedButton;

/// What is seen to before a month is paid: the charge, and what no filing here covers.
public final class ReconcilePlace extends VBox {
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.CHARGE);

  private enum Page {
    CHARGE,
    ELSEWHERE
  }

  public ReconcilePlace(
      ReconcileViewModel charge,
      ElsewhereViewModel elsewhere,
      ObservableValue<Profile> profile,
      Asking asking,
      ObservableValue<Words> words) {
    super(16);
    ReconcilePane chargePane = new ReconcilePane(charge, profile, asking, words);
    ElsewherePane elsewherePane = new ElsewherePane(elsewhere, profile, words);
    chargePane.visibleProperty().bind(page.isEqualTo(Page.CHARGE));
    elsewherePane.visibleProperty().bind(page.isEqualTo(Page.ELSEWHERE));
    StackPane pages = new StackPane(chargePane, elsewherePane);
    VBox.setVgrow(pages, Priority.ALWAYS);
    getChildren().addAll(new Drawn<>(elsewhere.state(), words, this::choice), pages);
  }

  /// Both pages are always one press away, and what is open says how much it is.
  private Node choice(ElsewhereState state, Words words) {
    Segment charge = new Segment("reconcile-charge", words.get("reconcile.title"));
    Segment elsewhere = new Segment("reconcile-elsewhere", elsewhere(state, words));
    SegmentedButton both = new SegmentedButton(charge, elsewhere);
    both.setToggleGroup(new ToggleGroup());
    charge.setSelected(page.get() == Page.CHARGE);
    elsewhere.setSelected(page.get() == Page.ELSEWHERE);
    charge.setOnAction(_ -> go(Page.CHARGE, charge));
    elsewhere.setOnAction(_ -> go(Page.ELSEWHERE, elsewhere));
    return new HBox(both);
  }

  private static String elsewhere(ElsewhereState state, Words words) {
    return switch (state) {
      case ElsewhereState.Listed(int open, _) -> words.get("elsewhere.choice", open);
      case ElsewhereState.Loading _, ElsewhereState.Failed _ ->
          words.get("elsewhere.choiceNotCounted");
    };
  }

  /// One stays chosen, also when it is pressed again.
  private void go(Page to, Segment pressed) {
    pressed.setSelected(true);
    page.set(to);
  }
}
