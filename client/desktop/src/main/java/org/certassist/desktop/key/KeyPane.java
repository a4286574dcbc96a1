package org.certassist.desktop.key;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.KeyOverview;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.PinTask;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The left side: the key to sign with, its certificate, its PIN state, the key files, and the
/// drivers that keys were looked for with.
public final class KeyPane extends StackPane {
  private final KeyViewModel model;
  private final BiConsumer<PinTask, Choice> doing;
  private final CertificateDoor door;
  private final Runnable drivers;
  private final ObservableValue<Boolean> busy;
  private final Supplier<FilingOutlook> outlook;

  /// @param files the keys in files
  /// @param doing begins work on a key's PIN
  /// @param door to everything about the key's certificate
  /// @param drivers the way to everything about the drivers
  /// @param busy something is being sent: no such work is begun
  public KeyPane(
      KeyViewModel model,
      KeyFilesViewModel files,
      Asking asking,
      BiConsumer<PinTask, Choice> doing,
      CertificateDoor door,
      Runnable drivers,
      ObservableValue<Boolean> busy,
      Supplier<FilingOutlook> outlook,
      ObservableValue<Words> words) {
    this.model = model;
    this.doing = doing;
    this.door = door;
    this.drivers = drivers;
    this.busy = busy;
    this.outlook = outlook;
    getStyleClass().add("key-pane");
    // Not drawn anew with the keys: a password may be half typed there.
    KeyFilesPane filesPane = new KeyFilesPane(files, asking, words);
    VBox content =
        new VBox(
            new Drawn<>(model.state(), words, this::draw),
            filesPane,
            new Drawn<>(model.state(), words, this::drivers));
    content.getStyleClass().add("key-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getChildren().add(scroll);
  }

  private Node draw(KeyState state, Words words) {
    VBox content = new VBox(16, heading(state, words));
    switch (state) {
      case KeyState.Looking() -> content.getChildren().add(looking(words));
      case KeyState.Failed(var fault) ->
          content.getChildren().add(Notice.of(Tone.BAD, fault, words));
      case KeyState.Looked looked -> content.getChildren().add(looked(looked, words));
    }
    return content;
  }

  private Node drivers(KeyState state, Words words) {
    return state instanceof KeyState.Looked looked
        ? new DriverList(
            looked.overview().drivers().stream()
                .filter(driver -> !driver.id().equals(KeyInFile.DRIVER))
                .toList(),
            model,
            drivers,
            words)
        : new StackPane();
  }

  private Node heading(KeyState state, Words words) {
    Button refresh =
        Make.button(
            "refresh-keys", words.get("key.refresh"), model::look, "flat", "small", "accent");
    refresh.setGraphic(Make.icon(MaterialDesignR.REFRESH));
    refresh.setTooltip(new Tooltip(words.get("key.refreshHelp")));
    refresh.setDisable(state instanceof KeyState.Looking);
    HBox heading =
        new HBox(
            8,
            Make.icon(MaterialDesignU.USB_FLASH_DRIVE_OUTLINE, "icon-muted"),
            Make.label(words.get("key.title"), "heading"),
            Make.gap(),
            refresh);
    heading.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return heading;
  }

  private static Node looking(Words words) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(24, 24);
    HBox box = new HBox(12, turning, Make.paragraph(words.get("key.looking"), "muted"));
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return box;
  }

  private Node looked(KeyState.Looked looked, Words words) {
    KeyOverview overview = looked.overview();
    VBox keys = new VBox(16);
    List<Choice> choices = overview.choices();
    words
        .shared()
        .clock(overview.clock())
        .map(text -> Notice.of(Tone.WARNING, text, words))
        .ifPresent(notice -> {
          notice.setId("clock-off");
          keys.getChildren().add(notice);
        });
    if (looked.gone().isPresent()) {
      keys.getChildren().add(gone(looked.gone().get(), choices, words));
    } else if (overview.keys().isEmpty() && !hasFile(overview)) {
      Notice none = Notice.of(Tone.INFO, overview.noKey(), words);
      none.add(Make.button("key-drivers", words.get("key.toDrivers"), drivers, "small"));
      keys.getChildren().add(none);
    } else if (choices.isEmpty() && !overview.keys().isEmpty()) {
      String serial = overview.keys().getFirst().token().serial();
      keys.getChildren()
          .add(Notice.of(Tone.WARNING, new KeyFault.NoSigningCertificate(serial), words));
    }
    if (choices.size() > 1 || (looked.chosen().isEmpty() && !choices.isEmpty())) {
      keys.getChildren().add(new KeyChooser(looked, model, outlook.get(), words));
    }
    looked.chosen().ifPresent(choice -> keys.getChildren().addAll(details(choice, words)));
    return keys;
  }

  /// Then the files' own words say what is missing.
  private static boolean hasFile(KeyOverview overview) {
    return overview.drivers().stream().anyMatch(driver -> driver.id().equals(KeyInFile.DRIVER));
  }

  /// Says which key is missed; another one that is there instead is not taken for it.
  private static Node gone(Choice before, List<Choice> there, Words words) {
    String gone = there.isEmpty() ? "key.gone" : "key.goneOthersThere";
    Notice notice =
        Notice.of(
            Tone.WARNING,
            words.ownFault(
                KeyInFile.holds(before.key().token()) ? "key.fileGone" : gone,
                CertificateWords.holder(before),
                ChoiceWords.tail(before)),
            words);
    notice.setId("key-gone");
    return notice;
  }

  /// What needs doing comes first.
  private List<Node> details(Choice choice, Words words) {
    if (KeyInFile.holds(choice.key().token())) {
      return certificate(choice, words);
    }
    Node pin = new PinCard(choice, doing, busy, words);
    List<Node> details = new ArrayList<>(certificate(choice, words));
    boolean first = PinStateWords.advice(choice.key().token().pin().state(), words).isPresent();
    details.add(first ? 0 : details.size(), pin);
    return details;
  }

  /// What is said of the certificate's end leads to what is done about it.
  private Notice withGuide(Notice advice, Choice choice, Words words) {
    if (new CertificateWords(choice.certificate(), outlook.get(), words).isToBeRenewed()) {
      advice.add(
          Make.button(
              "key-guide",
              words.get("key.guide"),
              () -> door.guide(choice.certificate().certificate()),
              "small"));
    }
    return advice;
  }

  private List<Node> certificate(Choice choice, Words words) {
    CertificateWords certificate = new CertificateWords(choice.certificate(), outlook.get(), words);
    VBox card = new VBox();
    card.setId("certificate-card");
    card.getStyleClass().add("card");
    Label holder = Make.paragraph(CertificateWords.holder(choice), "subheading");
    GridPane facts = Make.facts();
    certificate.facts().forEach((name, value) -> Make.fact(facts, name, Make.paragraph(value)));
    String kind = KeyInFile.holds(choice.key().token()) ? "key.file" : "key.serial";
    Make.fact(facts, words.get(kind), Make.paragraph(choice.key().token().serial()));
    EncodedCertificate which = choice.certificate().certificate();
    card.getChildren()
        .addAll(
            holder,
            certificate.badge(),
            facts,
            Make.button(
                "key-details", words.get("key.details"), () -> door.details(which), "small"));
    return certificate
        .advice()
        .<List<Node>>map(advice -> List.of(card, withGuide(advice, choice, words)))
        .orElseGet(() -> List.of(card));
  }
}
