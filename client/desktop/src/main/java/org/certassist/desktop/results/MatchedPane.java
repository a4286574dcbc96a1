package org.certassist.desktop.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.declaration.Kind;
import org.certassist.core.profile.Profile;
import org.certassist.core.results.MatchedResults;
import org.certassist.desktop.check.CheckState;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// What the portal's list says of a declaration, row by row, and what can be done with it.
final class MatchedPane extends VBox {
  private final ResultsState.Matched matched;
  private final ResultsViewModel model;
  private final Profile profile;
  private final Asking asking;
  private final Words words;

  MatchedPane(
      ResultsState.Matched matched,
      ResultsViewModel model,
      Profile profile,
      Asking asking,
      Words words) {
    super(12);
    this.matched = matched;
    this.model = model;
    this.profile = profile;
    this.asking = asking;
    this.words = words;
    setId("matched");
    VBox.setVgrow(this, Priority.ALWAYS);
    OutcomeTable rows =
        new OutcomeTable(RowOutcome.of(matched.declaration().content(), matched.results()), words);
    VBox.setVgrow(rows, Priority.ALWAYS);
    getChildren().addAll(standing(), counts());
    matched.notKept().ifPresent(fault -> getChildren().add(Notice.of(Tone.BAD, fault, words)));
    getChildren().add(rows);
    if (!matched.results().strays().isEmpty()) {
      getChildren()
          .addAll(
              Make.paragraph(
                  words.get("results.strays", matched.results().strays().size()), "subheading"),
              new StrayTable(matched.strays(), words));
    }
  }

  private Node standing() {
    String stage = words.shared().stage(matched.comesTo());
    Notice notice =
        switch (matched.keeping()) {
          case OFFERED ->
              Notice.of(
                  Tone.INFO,
                  words.get("results.offered", matched.results().notMentioned().size()),
                  words.get("results.offeredHelp", stage));
          case KEPT ->
              Notice.of(
                  matched.results().wrong().isEmpty() ? Tone.GOOD : Tone.WARNING,
                  words.get("results.kept", stage),
                  words.shared().stageHelp(matched.comesTo()));
          case OTHERS_KEPT ->
              Notice.of(
                  Tone.WARNING,
                  words.ownFault(
                      "results.othersKept", words.shared().stage(matched.declaration().stage())),
                  words);
          case UNDECIDED ->
              Notice.of(
                  Tone.WARNING,
                  words.ownFault(
                      "results.undecided",
                      matched.results().undecided().size(),
                      matched.results().strays().size()),
                  words);
          case NOT_HANDED_IN ->
              Notice.of(Tone.WARNING, words.ownFault("results.notHandedIn"), words);
          case NOT_CONFIRMED ->
              Notice.of(Tone.WARNING, words.ownFault("results.notConfirmed"), words);
        };
    notice.setId("results-" + matched.keeping());
    return notice;
  }

  private Node counts() {
    MatchedResults results = matched.results();
    return new HBox(
        40,
        count(results.wrong().size(), "WRONG", "bad-words"),
        count(results.undecided().size(), "UNDECIDED", "warning-words"),
        count(results.passed().size(), "PASSED", "good-words"),
        count(results.notMentioned().size(), "NOT_MENTIONED", "muted"));
  }

  private Node count(int number, String outcome, String tone) {
    return new VBox(
        Make.label(Integer.toString(number), "big-number", number == 0 ? "muted" : tone),
        Make.label(words.get("results.outcome." + outcome), "muted"));
  }

  /// What can be done now, to stand in the action bar.
  List<Node> buttons() {
    List<Node> buttons = new ArrayList<>();
    buttons.add(Make.button("results-another", words.get("results.another"), model::anotherList));
    Optional<Kind> kind = profile.kind(matched.declaration().content().kind());
    if (kind.isPresent() && !matched.results().wrong().isEmpty()) {
      buttons.add(
          Make.button("results-save", words.get("results.save"), () -> saveWrong(kind.get())));
    }
    if (matched.keeping() == ResultsState.Keeping.OFFERED) {
      buttons.add(Make.button("results-keep", words.get("results.keep"), this::keep, "accent"));
    }
    return buttons;
  }

  private void saveWrong(Kind kind) {
    String name = CheckState.baseName(Path.of(matched.declaration().content().source()));
    asking
        .save(words.get("result.saveRefusedTitle"), words.get("save.refusedName", name))
        .ifPresent(out -> model.saveWrong(kind, out));
  }

  private void keep() {
    if (asking.confirm(question())) {
      model.keep();
    }
  }

  private Asking.Question question() {
    MatchedResults results = matched.results();
    int rows = matched.declaration().content().rows().size();
    return new Asking.Question(
        words.get("results.keepTitle"),
        words.get(
                "results.keepWhat",
                rows - results.wrong().size(),
                results.notMentioned().size(),
                results.wrong().size())
            + "\n\n"
            + words.get("results.keepMeaning", words.shared().stage(matched.comesTo())),
        words.get("results.keepAct"),
        words.get("results.keepLeave"));
  }
}
