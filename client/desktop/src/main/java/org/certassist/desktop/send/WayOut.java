package org.certassist.desktop.send;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.fault.Fault;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.carry.CarriedButtons;
import org.certassist.desktop.carry.CarriedWords;
import org.certassist.desktop.carry.HandInViewModel;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.TickBox;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// A refused act with the buttons that lead on from it: what is in the way is shown, recorded as
/// handed in or withdrawn; what only she can know is confirmed; what changed is checked again.
///
/// @param show leads to an earlier declaration
/// @param checkAgain reads the file once more
record WayOut(
    Asking asking,
    HandInViewModel handIn,
    Consumer<History> show,
    Runnable checkAgain,
    Profile profile,
    Words words) {
  /// What the refused act can be begun again with.
  ///
  /// @param withdraw takes an earlier one back and goes on
  /// @param notFiledBefore goes on after she has confirmed
  record Again(Consumer<History> withdraw, Runnable notFiledBefore) {}

  Node of(Fault fault, Optional<History> inTheWay, Again again) {
    VBox box = new VBox(8, Notice.of(Tone.BAD, fault, words));
    box.setId("refused");
    inTheWay
        .map(earlier -> earlier(earlier, again))
        .ifPresent(buttons -> box.getChildren().add(buttons));
    switch (fault.id()) {
      case "usage.earlierUnreadable" -> box.getChildren().add(notFiledBefore(again));
      case "usage.checkAgain", "file.changed" ->
          box.getChildren()
              .add(line(Make.button("refused-check-again", words.get("check.again"), checkAgain)));
      default -> {}
    }
    return box;
  }

  private Node earlier(History earlier, Again again) {
    HBox line =
        line(
            Make.button(
                "show-in-the-way", words.get("outbox.showEarlier"), () -> show.accept(earlier)));
    if (CarriedWords.isCarried(earlier.stage()) && earlier.stage().mayBeWithdrawn()) {
      line.getChildren().add(CarriedButtons.record("hand-in-in-the-way", earlier, handIn, words));
    }
    if (earlier.stage().mayBeWithdrawn()) {
      line.getChildren()
          .add(
              Make.button(
                  "withdraw-in-the-way",
                  words.get("withdraw.inTheWay"),
                  () -> {
                    if (asking.confirm(Withdrawal.question(earlier, profile, words))) {
                      again.withdraw().accept(earlier);
                    }
                  }));
    }
    return line;
  }

  private Node notFiledBefore(Again again) {
    TickBox confirmed = new TickBox(words.get("act.notFiledBefore"));
    confirmed.setId("not-filed-before");
    Button button = Make.button("go-on", words.get("act.goOn"), again.notFiledBefore());
    button.disableProperty().bind(confirmed.selectedProperty().not());
    HBox line = line(confirmed);
    line.getChildren().add(button);
    return line;
  }

  private static HBox line(Node first) {
    HBox line = new HBox(Make.gap(), first);
    line.getStyleClass().add("action-bar");
    return line;
  }
}
