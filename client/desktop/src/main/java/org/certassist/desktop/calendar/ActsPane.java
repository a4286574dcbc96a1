package org.certassist.desktop.calendar;

import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.profile.Act;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// What each act of the clerk takes in this region, step by step, and what a filing here covers.
final class ActsPane extends VBox {
  private final FilingOutlook outlook;
  private final Words words;

  ActsPane(Profile profile, FilingOutlook outlook, Words words) {
    super(16);
    this.outlook = outlook;
    this.words = words;
    setId("acts");
    getChildren().add(region(profile));
    if (profile.acts().isEmpty()) {
      getChildren().add(Make.paragraph(words.get("acts.none"), "muted"));
    }
    profile.acts().forEach(act -> getChildren().add(act(act)));
    getChildren()
        .add(
            Make.paragraph(
                words.get("calendar.source", profile.source().document(), profile.source().date()),
                "muted",
                "small"));
  }

  private Node region(Profile profile) {
    GridPane facts = Make.facts();
    Make.fact(
        facts,
        words.get("acts.ways"),
        Make.paragraph(
            profile.ways().stream().map(words.shared()::way).collect(Collectors.joining(" · "))));
    if (!profile.covers().isEmpty()) {
      Make.fact(facts, words.get("acts.covers"), Make.paragraph(words.list(profile.covers())));
    }
    if (!profile.notCovered().isEmpty()) {
      Make.fact(
          facts,
          words.get("acts.notCovered"),
          Make.paragraph(words.list(profile.notCovered()), "strong"));
    }
    profile
        .page()
        .ifPresent(
            page -> Make.fact(facts, words.get("acts.page"), Make.paragraph(page.toString())));
    return facts;
  }

  private Node act(Act act) {
    VBox card = new VBox(Make.paragraph(words.either(act.name(), act.nameEnglish()), "subheading"));
    card.setId("act-" + act.id());
    card.getStyleClass().add("card");
    for (Act.Part part : act.parts()) {
      Label number = Make.label(Integer.toString(card.getChildren().size()), "step-number");
      Node said =
          switch (part) {
            case Act.Part.Filing filing -> filing(filing);
            case Act.Part.Errand errand ->
                Make.paragraph(words.either(errand.words(), errand.english()));
          };
      HBox.setHgrow(said, Priority.ALWAYS);
      card.getChildren().add(new HBox(10, number, said));
    }
    return card;
  }

  private Node filing(Act.Part.Filing filing) {
    Label name = Make.paragraph(filing.portalName(), "strong");
    HBox first = new HBox(10, name, when(filing.when()));
    first.setAlignment(Pos.CENTER_LEFT);
    VBox box = new VBox(2, first);
    String kind = words.kind(filing.kind());
    if (!kind.equals(filing.portalName())) {
      box.getChildren().add(Make.paragraph(words.get("acts.kind", kind), "muted"));
    }
    return box;
  }

  /// When it is possible; and where the windows are known, whether that is now.
  private Node when(Act.When when) {
    String text = words.get("acts.when." + when.word());
    if (outlook.opening() != FilingCalendar.Opening.IN_WINDOWS) {
      return Make.label(text, "muted");
    }
    boolean now =
        switch (when) {
          case ANY_TIME -> true;
          case IN_WINDOW -> outlook.isOpen();
          case BETWEEN_WINDOWS -> !outlook.isOpen();
        };
    return now
        ? Make.badge(text, Tone.GOOD)
        : Make.badge(words.get("acts.notNow", text), Tone.WARNING);
  }
}
