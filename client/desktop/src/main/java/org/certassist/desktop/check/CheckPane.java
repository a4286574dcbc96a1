package org.certassist.desktop.check;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.fault.Fault;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.texts.FaultText;

/// The work area while a file is chosen and corrected.
public final class CheckPane extends VBox {
  private final CheckViewModel model;
  private final ObjectProperty<CheckState> drawn;
  private Optional<SheetInHand> sheet = Optional.empty();

  public CheckPane(CheckViewModel model, Asking asking, ObservableValue<Words> words) {
    super(12);
    this.model = model;
    this.drawn = new SimpleObjectProperty<>(model.state().get());
    Drawn<CheckState> file =
        new Drawn<>(
            drawn,
            words,
            (state, now) ->
                switch (state) {
                  case CheckState.InHand _ ->
                      model
                          .sheet()
                          .<Node>map(inHand -> new CheckedPane(inHand, model, asking, now))
                          .orElseGet(StackPane::new);
                  case CheckState.NoFile _, CheckState.Reading _, CheckState.Unusable _ ->
                      new StartPane(state, model, asking, now);
                });
    VBox.setVgrow(file, Priority.ALWAYS);
    Drawn<Optional<Saved>> saved = new Drawn<>(model.saved(), words, CheckPane::notice);
    saved.managedProperty().bind(model.saved().map(Optional::isPresent));
    Drawn<Optional<Fault>> notKept = new Drawn<>(model.notKept(), words, CheckPane::notKept);
    notKept.managedProperty().bind(model.notKept().map(Optional::isPresent));
    getStyleClass().add("check-pane");
    getChildren().addAll(file, notKept, saved);
    FileDrop.on(this, model::open);
    model.state().subscribe(this::follow);
    model.drafts().load();
  }

  /// A sheet that is changed and checked again is not drawn anew: what shows it follows it.
  private void follow(CheckState state) {
    if (state instanceof CheckState.InHand && model.sheet().equals(sheet)) {
      return;
    }
    sheet = model.sheet();
    drawn.set(state);
    focusOn(state);
  }

  /// A new screen begins where she goes on: at the findings, the sheet, or the button that opens.
  private void focusOn(CheckState state) {
    String first =
        switch (state) {
          case CheckState.Checked checked ->
              checked.findings().isEmpty() || model.pointedAt().get() == null
                  ? "#sheet"
                  : "#findings";
          case CheckState.Rechecking _ -> "#sheet";
          case CheckState.NoFile _, CheckState.Reading _, CheckState.Unusable _ -> "#open";
        };
    applyCss(); // a split pane takes up its items only with its skin
    Node node = lookup(first);
    if (node != null) {
      node.requestFocus();
    }
  }

  private static Node notKept(Optional<Fault> fault, Words words) {
    return fault
        .<Node>map(why -> {
          FaultText told = words.fault(why);
          Notice notice = Notice.of(Tone.BAD, words.ownFault("drafts.notKept", told.what()), words);
          notice.setId("not-kept");
          return notice;
        })
        .orElseGet(StackPane::new);
  }

  private static Node notice(Optional<Saved> saved, Words words) {
    return saved.<Node>map(done -> done.notice(words)).orElseGet(StackPane::new);
  }
}
