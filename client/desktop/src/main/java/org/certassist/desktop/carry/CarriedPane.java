package org.certassist.desktop.carry;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.declaration.Stage;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.desktop.calendar.ContactsPane;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// A declaration that the clerk carries: what she does next and where, and what it does not cover.
public final class CarriedPane extends VBox {
  private final History history;
  private final Profile profile;
  private final Words words;

  /// @param history one that was exported
  public CarriedPane(History history, Profile profile, Words words) {
    super(16);
    this.history = history;
    this.profile = profile;
    this.words = words;
    setId("carried");
    Step.Exported exported = history.last(Step.Exported.class).orElseThrow();
    if (!isOf(profile, history)) {
      Notice elsewhere =
          Notice.of(Tone.INFO, words.get("carry.otherRegion", history.content().profile()));
      elsewhere.setId("other-region");
      getChildren().add(elsewhere);
      facts(exported);
      return;
    }
    if (history.stage() == Stage.HANDED_IN) {
      getChildren().add(Make.paragraph(words.get("carry.results." + exported.way().word())));
    } else {
      steps(exported);
    }
    facts(exported);
    if (!profile.notCovered().isEmpty()) {
      getChildren()
          .add(
              Notice.of(
                  Tone.WARNING,
                  words.get("sign.notCovered", words.list(profile.notCovered())),
                  words.get("sign.notCoveredHelp")));
    }
  }

  /// Whether it is of the region that is open, whose page, contacts and insurances are known.
  public static boolean isOf(Profile profile, History history) {
    return history.content().profile().equals(profile.id());
  }

  /// How far it is.
  public static Notice stage(History history, Words words) {
    return Notice.of(
        history.stage() == Stage.HANDED_IN ? Tone.INFO : Tone.WARNING,
        words.shared().stage(history.stage()),
        words.shared().stageHelp(history.stage()));
  }

  private void steps(Step.Exported exported) {
    VBox list = new VBox(10);
    list.setId("carry-steps");
    for (String step : CarriedWords.steps(history, exported, profile, words)) {
      Label number = Make.label(Integer.toString(list.getChildren().size() + 1), "step-number");
      Label said = Make.paragraph(step);
      HBox.setHgrow(said, Priority.ALWAYS);
      list.getChildren().add(new HBox(10, number, said));
    }
    getChildren().addAll(Make.label(words.get("carry.next"), "subheading"), list);
    where(exported.way()).ifPresent(getChildren()::add);
  }

  /// Whom to go to or ask, as far as the region's contact book says.
  private Optional<Node> where(Way way) {
    Contact.Role role = way == Way.COUNTER ? Contact.Role.BUREAU : Contact.Role.PORTAL;
    List<Contact> contacts =
        profile.contacts().stream().filter(contact -> contact.role() == role).toList();
    if (profile.isPractice()) {
      return Optional.empty();
    }
    return Optional.of(
        contacts.isEmpty()
            ? Make.paragraph(words.get("carry.whereUnknown"), "muted")
            : new VBox(
                6, Make.label(words.get("carry.where"), "muted"), ContactsPane.lines(contacts)));
  }

  private void facts(Step.Exported exported) {
    GridPane facts = Make.facts();
    Make.fact(facts, words.get("carry.file"), Make.paragraph(exported.file(), "strong"));
    Make.fact(
        facts, words.get("carry.way"), Make.paragraph(CarriedWords.way(exported.way(), words)));
    history
        .last(Step.HandedIn.class)
        .ifPresent(step -> {
          Label said = Make.paragraph(CarriedWords.handedIn(step, words), "strong");
          said.setId("handed-in");
          Make.fact(facts, words.get("carry.recorded"), said);
        });
    Make.fact(facts, words.get("result.file"), Make.paragraph(history.content().source()));
    Make.fact(
        facts,
        words.get("sign.kind"),
        Make.paragraph(words.kind(history.content().kind(), profile)));
    Make.fact(facts, words.get("sign.unit"), Make.paragraph(history.content().unit().name()));
    Make.fact(
        facts,
        words.get("sign.count"),
        Make.paragraph(words.get("sign.countRows", history.content().rows().size())));
    Make.fact(
        facts,
        words.get("sign.settlementMonth"),
        Make.paragraph(words.month(history.content().settlementMonth())));
    VBox card = new VBox(facts);
    card.getStyleClass().add("card");
    getChildren().add(card);
  }
}
