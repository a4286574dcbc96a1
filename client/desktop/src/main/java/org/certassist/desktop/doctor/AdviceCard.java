package org.certassist.desktop.doctor;

import java.time.LocalDateTime;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.knowledge.Bilingual;
import org.certassist.core.knowledge.KnowledgeEntry;
import org.certassist.core.profile.Contact;
import org.certassist.desktop.calendar.ContactsPane;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// What an entry of the knowledge file advises: what it means, who must act, the steps, and where
/// it ends at a counter, which and whether it is open.
final class AdviceCard extends VBox {
  private final Words words;

  /// @param title what happened
  /// @param contacts those of the region
  AdviceCard(
      Tone tone,
      String title,
      KnowledgeEntry entry,
      List<Contact> contacts,
      LocalDateTime now,
      Words words) {
    this.words = words;
    getStyleClass().addAll("card", "advice");
    getChildren()
        .addAll(
            title(tone, title),
            Make.paragraph(words.shared().sentence(entry.meaning()), "muted"),
            who(entry),
            steps(entry.steps()));
    entry.counter().ifPresent(counter -> getChildren().add(places(counter.among(contacts), now)));
  }

  private static Node title(Tone tone, String title) {
    Label said = Make.paragraph(title, "subheading");
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox line = new HBox(10, Make.icon(tone.sign(), "icon-" + tone.styleClass()), said);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node who(KnowledgeEntry entry) {
    HBox line =
        new HBox(
            8,
            Make.label(words.get("doctor.who"), "muted"),
            Make.badge(words.label(words.shared().who(entry.who())), Tone.INFO));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node steps(List<Bilingual> steps) {
    VBox box = new VBox(8);
    for (int i = 0; i < steps.size(); i++) {
      Label said = Make.paragraph(words.shared().sentence(steps.get(i)));
      HBox.setHgrow(said, Priority.ALWAYS);
      HBox line = new HBox(10, Make.label(Integer.toString(i + 1), "step-number"), said);
      line.setAlignment(Pos.TOP_LEFT);
      box.getChildren().add(line);
    }
    return box;
  }

  private Node places(List<Contact> places, LocalDateTime now) {
    if (places.isEmpty()) {
      return Make.paragraph(words.get("doctor.noContacts"), "muted");
    }
    VBox box = new VBox(8, Make.label(words.get("doctor.places"), "muted", "small"));
    for (Contact place : places) {
      VBox one = new VBox(ContactsPane.lines(List.of(place)));
      if (place.hasPeople()) {
        one.getChildren().add(opening(place.opening(now)));
      }
      box.getChildren().add(one);
    }
    return box;
  }

  private Node opening(Contact.Opening opening) {
    return Make.paragraph(
        words.label(words.shared().get("contact.opening." + opening.word())),
        opening == Contact.Opening.OPEN ? "good-words" : "warning-words",
        "small");
  }

  /// Offers something to do below the steps.
  void add(Node act) {
    getChildren().add(act);
  }
}
