package org.certassist.desktop.driver;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.Installation.Step;
import org.certassist.core.detection.Installation.Who;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.calendar.ContactsPane;
import org.certassist.desktop.driver.DriversState.Installing;
import org.certassist.desktop.driver.DriversState.Seen;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The steps of the installation in progress: those that are done, the one to do now with its
/// buttons, and those to come.
final class InstallationCard extends VBox {
  private final Installing installing;
  private final Seen seen;
  private final DriversViewModel model;
  private final Profile profile;
  private final Words words;

  InstallationCard(
      Installing installing, Seen seen, DriversViewModel model, Profile profile, Words words) {
    this.installing = installing;
    this.seen = seen;
    this.model = model;
    this.profile = profile;
    this.words = words;
    setId("installation");
    Installation installation = installing.installation();
    if (installation.isOver()) {
      getChildren().add(over());
      return;
    }
    getStyleClass().add("card");
    getChildren().add(heading(installation));
    List<Step> steps = installation.route().steps();
    for (int i = 0; i < steps.size(); i++) {
      getChildren().add(line(i, steps.get(i), installation.done()));
    }
  }

  private Node over() {
    Notice notice =
        Notice.of(
            Tone.GOOD,
            words.get("drivers.installed", installing.product().name()),
            words.get("drivers.installedHelp"));
    notice.add(
        Make.button(
            "installation-close", words.get("drivers.close"), model::endInstallation, "small"));
    return notice;
  }

  private Node heading(Installation installation) {
    HBox line =
        new HBox(
            12,
            Make.paragraph(words.shared().installation(installing.product().name()), "subheading"),
            Make.gap(),
            Make.label(
                words.get(
                    "drivers.step", installation.done() + 1, installation.route().steps().size()),
                "muted"));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node line(int index, Step step, int done) {
    VBox said = new VBox(8, said(step));
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox line = new HBox(sign(index, done), said);
    line.getStyleClass()
        .addAll("install-step", index < done ? "done" : index == done ? "now" : "later");
    line.setId("install-step-" + step.word());
    if (index == done) {
      if (step == Step.CHECK) {
        notYet().ifPresent(said.getChildren()::add);
      }
      said.getChildren()
          .add(step.who() == Who.ADMINISTRATOR ? installer(step) : buttons(step, "accent"));
    }
    return line;
  }

  private Node said(Step step) {
    Label said = Make.paragraph(words.shared().installationStep(step), "step-words");
    if (step.who() == Who.YOU) {
      return said;
    }
    HBox line =
        new HBox(8, Make.badge(words.shared().installationWho(step.who()), Tone.INFO), said);
    line.setAlignment(Pos.TOP_LEFT);
    HBox.setHgrow(said, Priority.ALWAYS);
    return line;
  }

  private static Node sign(int index, int done) {
    return index < done
        ? Make.icon(MaterialDesignC.CHECK_CIRCLE, "icon-good")
        : Make.label(Integer.toString(index + 1), "step-number");
  }

  /// What the program can do itself comes first; then her word is not the main act.
  private Node installer(Step step) {
    InstallerViewModel installer = model.installer();
    return new Drawn<>(
        installer.state(),
        new SimpleObjectProperty<>(words),
        (state, said) -> {
          VBox parts = new VBox(8);
          if (!(state instanceof InstallerState.Nothing)) {
            parts.getChildren().add(new InstallerPane(state, installer, said));
          }
          contacts().ifPresent(parts.getChildren()::add);
          parts
              .getChildren()
              .add(
                  switch (state) {
                    case InstallerState.Nothing _, InstallerState.HandedOn _ ->
                        buttons(step, "accent");
                    case InstallerState.Offered _, InstallerState.Working _ -> buttons(step);
                  });
          return parts;
        });
  }

  /// Whom to ask for the installer, as far as the region's guides say; pages for other matters are
  /// left out.
  private Optional<Node> contacts() {
    List<Contact> contacts =
        profile.contacts().stream()
            .filter(contact -> contact.role() == Contact.Role.CA)
            .filter(contact -> contact.phone().isPresent())
            .toList();
    return contacts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new VBox(
                4,
                Make.paragraph(words.get("drivers.whoTo"), "muted", "small"),
                ContactsPane.lines(contacts)));
  }

  /// What still stands between the key and its use, where it is plugged in again.
  private Optional<Node> notYet() {
    DriverWords said = new DriverWords(words);
    return seen.overview().plugged().stream()
        .filter(seen::isInstalling)
        .findFirst()
        .map((PluggedKey key) ->
            Notice.of(DriverWords.tone(key), said.verdict(key), said.next(key).orElse("")));
  }

  private Node buttons(Step step, String... style) {
    FlowPane buttons = new FlowPane(8, 8);
    if (step == Step.CHECK) {
      buttons
          .getChildren()
          .addAll(
              Make.button("install-check", words.get("drivers.checkNow"), model::look, "accent"),
              Make.button(
                  "install-anew",
                  words.get("drivers.beginAnew"),
                  () -> model.install(installing.product())));
    } else {
      buttons
          .getChildren()
          .add(
              Make.button(
                  "install-done",
                  words.get(step == Step.RESTART ? "drivers.restarted" : "drivers.stepDone"),
                  () -> model.stepDone(step),
                  style));
    }
    buttons
        .getChildren()
        .add(Make.button("install-abandon", words.get("drivers.abandon"), model::endInstallation));
    return buttons;
  }
}
