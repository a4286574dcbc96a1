package org.certassist.desktop.send;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.certassist.core.filing.Belonging;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.key.KeyInFile;
import org.certassist.core.key.PinState;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.CertificateWords;
import org.certassist.desktop.pin.InitialPinWords;

/// The sign dialog's content: what is signed on the left, with which key and PIN or password on the
/// right.
final class SignPane extends BorderPane {
  private static final double RIGHT = 340;

  private final Optional<SecretPane> secret;

  SignPane(
      SendState.Asking asking,
      Profile profile,
      FilingOutlook outlook,
      Optional<Path> practicePin,
      SendViewModel model,
      Words words) {
    boolean inFile = KeyInFile.holds(asking.key().key().token());
    SecretPane asked =
        inFile
            ? new PasswordPane(asking, words)
            : new PinPane(asking, InitialPinWords.of(profile, practicePin, words), words);
    secret = asking.keyIsOpen() ? Optional.empty() : Optional.of(asked);
    VBox left =
        new VBox(
            14,
            Make.label(words.get("sign.what"), "heading"),
            switch (asking.subject()) {
              case Subject.One(var prepared) -> SummaryPane.of(prepared.summary(), words);
              case Subject.Waiting(var histories) -> SummaryPane.of(histories, profile, words);
            });
    VBox right =
        new VBox(
            14,
            Make.label(words.get(inFile ? "sign.withFile" : "sign.with"), "heading"),
            key(asking, outlook, words),
            secret
                .map(SecretPane::node)
                .orElseGet(() ->
                    Notice.of(
                        Tone.INFO, words.get(inFile ? "sign.fileIsOpen" : "sign.keyIsOpen"))));
    right.setMinWidth(RIGHT);
    right.setPrefWidth(RIGHT);
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox body = new HBox(32, left, right);
    body.getStyleClass().add("dialog-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getStyleClass().add("dialog");
    setCenter(scroll);
    setBottom(buttons(asking, model, words));
  }

  private static Node key(SendState.Asking asking, FilingOutlook outlook, Words words) {
    CertificateWords certificate = new CertificateWords(asking.key().certificate(), outlook, words);
    VBox box =
        new VBox(
            8,
            Make.paragraph(CertificateWords.holder(asking.key()), "strong"),
            Make.paragraph(
                words.get(
                    KeyInFile.holds(asking.key().key().token()) ? "sign.keyFile" : "sign.keySerial",
                    asking.key().key().token().serial()),
                "muted"),
            certificate.badge());
    certificate.advice().ifPresent(box.getChildren()::add);
    if (asking.belonging() instanceof Belonging.CannotTell) {
      Notice notice =
          Notice.of(Tone.WARNING, words.get("sign.cannotTell"), words.get("sign.cannotTellHelp"));
      notice.setId("unit-not-told");
      box.getChildren().add(notice);
    }
    return box;
  }

  private Region buttons(SendState.Asking asking, SendViewModel model, Words words) {
    Button cancel = Make.button("sign-cancel", words.get("sign.cancel"), model::dismiss);
    cancel.setCancelButton(true);
    int rows =
        switch (asking.subject()) {
          case Subject.One(var prepared) -> prepared.summary().rows();
          case Subject.Waiting(var histories) ->
              histories.stream().mapToInt(history -> history.content().rows().size()).sum();
        };
    Button sign = Make.button("sign-now", words.get("act.rest", rows), () -> sign(model), "accent");
    sign.setDefaultButton(true);
    secret.ifPresent(asked -> sign.disableProperty().bind(asked.isReady().not()));
    HBox buttons = new HBox(cancel);
    if (asking.keyIsOpen() || asking.pin() != PinState.LOCKED) {
      buttons.getChildren().add(sign);
    }
    buttons.getStyleClass().add("dialog-buttons");
    return buttons;
  }

  private void sign(SendViewModel model) {
    secret.ifPresentOrElse(
        asked -> model.sign(asked.take(), asked.isLastTryConfirmed(), asked.isKeptOpen()),
        model::signWithOpenKey);
  }

  void focusPin() {
    secret.ifPresent(SecretPane::focus);
  }

  void wipe() {
    secret.ifPresent(SecretPane::wipe);
  }
}
