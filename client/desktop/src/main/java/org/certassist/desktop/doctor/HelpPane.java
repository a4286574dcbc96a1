package org.certassist.desktop.doctor;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.helpdesk.ExaminePc.Examined;
import org.certassist.core.helpdesk.OpenedBundle;
import org.certassist.core.helpdesk.PhoneCodeReading;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.texts.BundleWords;
import org.certassist.texts.PhoneCodeWords;

/// What a clerk tells the helpdesk, and what the helpdesk makes of it.
final class HelpPane extends VBox {
  private final HelpViewModel model;
  private final BundleViewModel bundles;
  private final Asking asking;
  private final ObservableValue<Profile> profile;
  private final ShanghaiTime time;

  HelpPane(
      HelpViewModel model,
      BundleViewModel bundles,
      Asking asking,
      ObservableValue<Profile> profile,
      ShanghaiTime time,
      ObservableValue<Words> words) {
    super(16);
    this.profile = profile;
    this.time = time;
    this.model = model;
    this.bundles = bundles;
    this.asking = asking;
    setId("help");
    Drawn<Optional<PhoneCodeReading>> reading = new Drawn<>(model.reading(), words, this::reading);
    reading.managedProperty().bind(model.reading().map(Optional::isPresent));
    Drawn<BundleViewModel.Opened> opened = new Drawn<>(bundles.opened(), words, this::opened);
    opened
        .managedProperty()
        .bind(bundles.opened().map(now -> !(now instanceof BundleViewModel.Opened.Nothing)));
    getChildren()
        .addAll(
            new Drawn<>(model.examined(), words, this::phone),
            new BundleCard(bundles, asking, words),
            new Drawn<>(words, words, (_, said) -> helpdesk(said)),
            reading,
            opened);
  }

  private Node phone(Optional<Examined> examined, Words words) {
    VBox card = new VBox(Make.label(words.get("help.phone"), "subheading"));
    card.getStyleClass().add("card");
    if (examined.isEmpty()) {
      card.getChildren()
          .addAll(
              Make.paragraph(words.get("help.phoneNotYet"), "muted"),
              Make.button("help-look", words.get("help.look"), model::look, "accent"));
      return card;
    }
    Label digits = Make.label(examined.get().phone().digits(), "phone-code");
    digits.setId("help-phone-code");
    card.getChildren().addAll(digits, Make.paragraph(words.get("help.phoneWhat"), "muted"));
    HBox.setHgrow(card, Priority.ALWAYS);
    VBox qr =
        new VBox(
            6,
            new QrPicture(model.qr(examined.get()), words.get("help.qr")),
            Make.paragraph(words.get("help.qr"), "muted", "small"));
    qr.setAlignment(Pos.TOP_CENTER);
    return new HBox(16, card, qr);
  }

  private Node helpdesk(Words words) {
    TextField field = new TextField();
    field.setId("help-code");
    field.setPromptText(words.get("help.codePrompt"));
    field.setPrefColumnCount(20);
    field.setOnAction(_ -> model.read(field.getText()));
    HBox line =
        new HBox(
            8,
            field,
            Make.button("help-read", words.get("help.read"), () -> model.read(field.getText())),
            Make.button("help-open", words.get("help.open"), () -> open(words)));
    line.setAlignment(Pos.CENTER_LEFT);
    VBox card =
        new VBox(
            Make.label(words.get("help.forHelpdesk"), "subheading"),
            Make.paragraph(words.get("help.codeWhat"), "muted"),
            line);
    card.getStyleClass().add("card");
    return card;
  }

  private void open(Words words) {
    asking.open(words.get("help.openTitle"), FileKind.bundles(words)).ifPresent(bundles::open);
  }

  private Node reading(Optional<PhoneCodeReading> reading, Words words) {
    if (reading.isEmpty()) {
      return new StackPane();
    }
    if (!(reading.get() instanceof PhoneCodeReading.Understood(var code))) {
      Notice wrong = Notice.of(Tone.WARNING, reading.get().fault().orElseThrow(), words);
      wrong.setId("help-misheard");
      return wrong;
    }
    VBox box =
        new VBox(
            16,
            card(
                "help-theirs",
                words.get("help.theirs"),
                new PhoneCodeWords(
                        words.shared(), model.products(), cause -> sentence(cause, words))
                    .lines(code)));
    code.knownCause()
        .flatMap(cause -> advice(cause, profile.getValue().contacts(), words))
        .ifPresent(box.getChildren()::add);
    return box;
  }

  /// What the helpdesk tells her to do.
  private Optional<Node> advice(Cause cause, List<Contact> contacts, Words words) {
    return model
        .known(cause)
        .map(entry -> {
          AdviceCard card =
              new AdviceCard(
                  Tone.INFO,
                  words.shared().sentence(entry.cause()),
                  entry,
                  contacts,
                  time.now(),
                  words);
          card.setId("help-advice");
          return card;
        });
  }

  private Node opened(BundleViewModel.Opened opened, Words words) {
    return switch (opened) {
      case BundleViewModel.Opened.Nothing _ -> new StackPane();
      case BundleViewModel.Opened.Unreadable(var fault) -> {
        Notice notice = Notice.of(Tone.WARNING, fault, words);
        notice.setId("help-unreadable");
        yield notice;
      }
      case BundleViewModel.Opened.Read(OpenedBundle bundle) -> {
        BundleWords said = new BundleWords(words.shared(), bundles::region);
        VBox all = new VBox(16, card("help-opened", words.get("help.opened"), said.lines(bundle)));
        bundle
            .report()
            .first()
            .flatMap(CheckResult::cause)
            .flatMap(cause ->
                advice(
                    cause, bundle.contacts(bundles::region, profile.getValue().contacts()), words))
            .ifPresent(all.getChildren()::add);
        all.getChildren()
            .add(card("help-sections", words.get("help.sections"), said.sections(bundle)));
        yield all;
      }
    };
  }

  private static Node card(String id, String title, List<String> lines) {
    VBox card = new VBox(Make.label(title, "subheading"));
    card.setId(id);
    card.getStyleClass().add("card");
    lines.forEach(line -> card.getChildren().add(Make.paragraph(line)));
    return card;
  }

  private String sentence(Cause cause, Words words) {
    return model
        .known(cause)
        .map(entry -> words.shared().sentence(entry.cause()))
        .orElse(cause.id());
  }
}
