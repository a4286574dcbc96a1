package org.certassist.desktop.send;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// What became of a declaration: the receipt, the people accepted and refused, and what the filing
/// does not cover.
public final class ResultPane extends VBox {
  private final Profile profile;

  /// @param profile the one it was filed under
  public ResultPane(History history, boolean cancelled, Profile profile, Words words) {
    super(16);
    this.profile = profile;
    setId("result");
    if (cancelled) {
      getChildren().add(Notice.of(Tone.INFO, words.get("result.cancelled"), kept(history, words)));
    }
    getChildren().add(verdict(history, words));
    history.last(Step.Accepted.class).ifPresent(step -> receipt(step.receipt(), history, words));
    history.last(Step.Answered.class).ifPresent(step -> answers(step.answers(), history, words));
    history
        .last(Step.Accepted.class)
        .map(step -> step.receipt().notCovered())
        .filter(notCovered -> !notCovered.isEmpty())
        .ifPresent(notCovered ->
            getChildren()
                .add(
                    Notice.of(
                        Tone.WARNING,
                        words.get("sign.notCovered", words.list(notCovered)),
                        words.get("sign.notCoveredHelp"))));
  }

  private static String kept(History history, Words words) {
    return history.stage().mayBeAtPortal() ? words.get("result.willBeAsked") : "";
  }

  private static Node verdict(History history, Words words) {
    Optional<Step.Refused> refused = history.last(Step.Refused.class);
    if (refused.isPresent()) {
      return Notice.of(Tone.BAD, words.shared().problem(refused.get().problem()), words);
    }
    Tone tone =
        switch (history.stage()) {
          case DONE -> Tone.GOOD;
          case ACCEPTED, WITHDRAWN, HANDED_IN -> Tone.INFO;
          case DONE_WITH_REFUSALS, UNCONFIRMED, SENDING, SIGNED, CHECKED, EXPORTED -> Tone.WARNING;
          case REFUSED -> Tone.BAD;
        };
    return Notice.of(
        tone, words.shared().stage(history.stage()), words.shared().stageHelp(history.stage()));
  }

  private void receipt(Receipt receipt, History history, Words words) {
    GridPane facts = Make.facts();
    Make.fact(
        facts, words.get("result.receipt"), Make.paragraph(receipt.number(), "receipt-number"));
    Make.fact(
        facts,
        words.get("result.receivedAt"),
        Make.paragraph(words.time(receipt.receivedAt().toInstant())));
    Make.fact(facts, words.get("result.file"), Make.paragraph(history.content().source()));
    Make.fact(
        facts,
        words.get("sign.kind"),
        Make.paragraph(words.kind(history.content().kind(), profile)));
    Make.fact(facts, words.get("sign.unit"), Make.paragraph(history.content().unit().name()));
    Make.fact(
        facts,
        words.get("sign.settlementMonth"),
        Make.paragraph(words.month(history.content().settlementMonth())));
    VBox card = new VBox(facts);
    card.getStyleClass().add("card");
    getChildren().add(card);
  }

  private void answers(RowAnswers answers, History history, Words words) {
    HBox counts =
        new HBox(
            48,
            count(answers.accepted(), words.get("result.accepted"), "good-words"),
            count(
                answers.refused(),
                words.get("result.refused"),
                answers.refused() == 0 ? "muted" : "bad-words"));
    getChildren().add(counts);
    if (answers.refused() > 0) {
      getChildren()
          .addAll(
              Make.label(words.get("result.refusedRows"), "subheading"),
              new RefusedTable(answers, history.content(), words));
      if (profile.isPractice()) {
        getChildren().add(Notice.of(Tone.INFO, words.get("result.practiceRefused")));
      }
    }
  }

  private static Node count(int number, String name, String tone) {
    return new VBox(
        Make.label(Integer.toString(number), "big-number", tone), Make.label(name, "muted"));
  }
}
