package org.certassist.desktop.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// The region's contact book: portal, bureau and CA, each with where these facts come from.
public final class ContactsPane extends VBox {
  ContactsPane(Profile profile, Words words) {
    super(16);
    setId("contacts");
    if (profile.contacts().isEmpty()) {
      getChildren().add(Make.paragraph(words.get("contacts.none"), "muted"));
      return;
    }
    getChildren().add(Notice.of(Tone.INFO, words.get("contacts.confirm")));
    for (Contact.Role role : Contact.Role.values()) {
      List<Contact> there =
          profile.contacts().stream().filter(contact -> contact.role() == role).toList();
      if (!there.isEmpty()) {
        getChildren()
            .add(
                new VBox(
                    8,
                    Make.label(words.get("contacts.role." + role.word()), "subheading"),
                    lines(there),
                    Make.paragraph(sources(there, words), "muted", "small")));
      }
    }
  }

  /// Name and everything known of each; nothing for what no source says.
  public static Node lines(List<Contact> contacts) {
    VBox box = new VBox(8);
    for (Contact contact : contacts) {
      VBox one = new VBox(Make.paragraph(contact.name()));
      String reached = reached(contact);
      if (!reached.isEmpty()) {
        one.getChildren().add(Make.paragraph(reached, "muted"));
      }
      box.getChildren().add(one);
    }
    return box;
  }

  private static String reached(Contact contact) {
    List<String> parts = new ArrayList<>();
    contact.address().ifPresent(parts::add);
    contact.phone().ifPresent(parts::add);
    if (!contact.hours().isEmpty()) {
      parts.add(
          contact.hours().stream()
              .map(span -> span.from() + "–" + span.to())
              .collect(Collectors.joining(" / ")));
    }
    contact.web().ifPresent(parts::add);
    return String.join(" · ", parts);
  }

  private static String sources(List<Contact> contacts, Words words) {
    return contacts.stream()
        .map(contact ->
            words.get("contacts.source", contact.source().document(), contact.source().date()))
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
