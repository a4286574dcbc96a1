package org.certassist.desktop.certificate;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.filing.UpgradeGuide;
import org.certassist.core.filing.UpgradeGuide.Route;
import org.certassist.core.filing.UpgradeGuide.Step;
import org.certassist.core.filing.UpgradeGuide.Warning;
import org.certassist.core.filing.UpgradeGuide.Who;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.calendar.ContactsPane;
import org.certassist.desktop.certificate.CertificateView.Guiding;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// How a certificate is renewed or upgraded: what goes wrong most often, then who does what, one
/// step after the other, then whom to ask.
final class GuidePane extends VBox {
  private final CertificatesViewModel model;
  private final Words words;

  GuidePane(Guiding guiding, CertificatesViewModel model, Profile profile, Words words) {
    super(16);
    this.model = model;
    this.words = words;
    setId("guide");
    UpgradeGuide guide = guiding.guide();
    getChildren()
        .addAll(
            heading(guide),
            Make.paragraph(
                words.get(
                    "certificates.guideFor",
                    new CertificateNames(words).title(guiding.facts()),
                    words.date(guiding.facts().notAfter())),
                "muted"));
    guiding.colour().ifPresent(colour -> getChildren().add(new KeyDrawing(colour, words)));
    getChildren().add(warnings(guide.warnings()));
    guide.routes().forEach(route -> getChildren().add(route(route)));
    getChildren().add(contacts(profile));
    getChildren().add(Notice.ofTrouble(Tone.WARNING, model.notOpened(), fixed()));
  }

  private Node heading(UpgradeGuide guide) {
    Label title =
        Make.paragraph(words.get("certificates.guide." + guide.need().word() + "Title"), "heading");
    HBox line =
        new HBox(
            12,
            title,
            Make.gap(),
            Make.button("guide-back", words.get("certificates.back"), model::back));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node warnings(List<Warning> warnings) {
    Notice notice =
        Notice.of(
            Tone.WARNING,
            words.get("certificates.guideMind"),
            warnings.stream().map(words.shared()::upgradeWarning).toArray(String[]::new));
    notice.setId("guide-warnings");
    return notice;
  }

  private Node route(Route route) {
    VBox card =
        new VBox(Make.paragraph(words.shared().get("upgrade.route." + route.id()), "subheading"));
    card.setId("route-" + route.id());
    card.getStyleClass().add("card");
    for (Step step : route.steps()) {
      Label number = Make.label(Integer.toString(card.getChildren().size()), "step-number");
      HBox line = new HBox(10, number, said(step));
      card.getChildren().add(line);
    }
    return card;
  }

  /// What others do is said to be theirs.
  private Node said(Step step) {
    Label said = Make.paragraph(words.shared().upgradeStep(step));
    HBox.setHgrow(said, Priority.ALWAYS);
    if (step.who() == Who.YOU) {
      return said;
    }
    HBox line =
        new HBox(
            8, Make.badge(words.shared().get("upgrade.who." + step.who().word()), Tone.INFO), said);
    line.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(line, Priority.ALWAYS);
    return line;
  }

  private Node contacts(Profile profile) {
    List<Contact> contacts =
        profile.contacts().stream().filter(contact -> contact.role() == Contact.Role.CA).toList();
    VBox card = new VBox(Make.label(words.get("certificates.contacts"), "subheading"));
    card.setId("guide-contacts");
    card.getStyleClass().add("card");
    card.getChildren()
        .add(
            contacts.isEmpty()
                ? Make.paragraph(words.get("certificates.noContacts"), "muted")
                : ContactsPane.lines(contacts));
    FlowPane pages = new FlowPane(8, 8);
    contacts.forEach(contact ->
        page(contact)
            .ifPresent(page ->
                pages
                    .getChildren()
                    .add(
                        Make.button(
                            "ca-page-" + pages.getChildren().size(),
                            words.get("certificates.openPage", contact.name()),
                            () -> model.openPage(page)))));
    if (!pages.getChildren().isEmpty()) {
      card.getChildren().add(pages);
    }
    card.getChildren().add(Make.paragraph(words.get("certificates.guideSource"), "muted", "small"));
    return card;
  }

  /// Some guides give a page without its scheme.
  private static Optional<URI> page(Contact contact) {
    return contact
        .web()
        .map(web -> web.toLowerCase(Locale.ROOT).startsWith("http") ? web : "http://" + web)
        .flatMap(GuidePane::address);
  }

  private static Optional<URI> address(String page) {
    try {
      return Optional.of(new URI(page));
    } catch (URISyntaxException noAddress) {
      return Optional.empty();
    }
  }

  private SimpleObjectProperty<Words> fixed() {
    return new SimpleObjectProperty<>(words);
  }
}
