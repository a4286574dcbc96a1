package org.certassist.desktop.check;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.fx.Words;

/// The work area while a file is chosen and corrected.
public final class CheckPane extends VBox {
  public CheckPane(CheckViewModel model, Asking asking, ObservableValue<Words> words) {
    super(12);
    Drawn<CheckState> file =
        new Drawn<>(
            model.state(),
            words,
            (state, now) ->
                switch (state) {
                  case CheckState.Checked checked -> new CheckedPane(checked, model, asking, now);
                  case CheckState.NoFile _, CheckState.Reading _, CheckState.Unusable _ ->
                      new FilePane(state, model, asking, now);
                });
    VBox.setVgrow(file, Priority.ALWAYS);
    Drawn<Optional<Saved>> saved = new Drawn<>(model.saved(), words, CheckPane::notice);
    saved.managedProperty().bind(model.saved().map(Optional::isPresent));
    getStyleClass().add("check-pane");
    getChildren().addAll(file, saved);
    FileDrop.on(this, model::open);
    model.state().subscribe(this::focusOn);
  }

  /// A new screen begins where she goes on: at the findings, the sheet, or the button that opens.
  private void focusOn(CheckState state) {
    String first =
        switch (state) {
          case CheckState.Checked checked -> checked.findings().isEmpty() ? "#sheet" : "#findings";
          case CheckState.NoFile _, CheckState.Reading _, CheckState.Unusable _ -> "#open";
        };
    applyCss(); // a split pane takes up its items only with its skin
    Node node = lookup(first);
    if (node != null) {
      node.requestFocus();
    }
  }

  private static Node notice(Optional<Saved> saved, Words words) {
    return saved.<Node>map(done -> done.notice(words)).orElseGet(StackPane::new);
  }
}
