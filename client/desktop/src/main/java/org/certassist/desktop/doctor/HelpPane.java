package org.certassist.desktop.doctor;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.helpdesk.PhoneCode;
import org.certassist.core.helpdesk.PhoneCodeReading;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.texts.PhoneCodeWords;

/// What a clerk tells the helpdesk, and what the helpdesk makes of it.
final class HelpPane extends VBox {
  private final HelpViewModel model;

  HelpPane(HelpViewModel model, ObservableValue<Words> words) {
    super(16);
    this.model = model;
    setId("help");
    getChildren()
        .addAll(
            new Drawn<>(model.phone(), words, this::phone),
            new Drawn<>(words, words, (_, said) -> typing(said)),
            new Drawn<>(model.reading(), words, this::reading));
  }

  private Node phone(Optional<PhoneCode> phone, Words words) {
    VBox card = new VBox(Make.label(words.get("help.phone"), "subheading"));
    card.getStyleClass().add("card");
    if (phone.isEmpty()) {
      card.getChildren()
          .addAll(
              Make.paragraph(words.get("help.phoneNotYet"), "muted"),
              Make.button("help-look", words.get("help.look"), model::look, "accent"));
      return card;
    }
    Label digits = Make.label(phone.get().digits(), "phone-code");
    digits.setId("help-phone-code");
    card.getChildren().addAll(digits, Make.paragraph(words.get("help.phoneWhat"), "muted"));
    return card;
  }

  private Node typing(Words words) {
    TextField field = new TextField();
    field.setId("help-code");
    field.setPromptText(words.get("help.codePrompt"));
    field.setPrefColumnCount(20);
    field.setOnAction(_ -> model.read(field.getText()));
    HBox line =
        new HBox(
            8,
            field,
            Make.button("help-read", words.get("help.read"), () -> model.read(field.getText())));
    line.setAlignment(Pos.CENTER_LEFT);
    VBox card =
        new VBox(
            Make.label(words.get("help.forHelpdesk"), "subheading"),
            Make.paragraph(words.get("help.codeWhat"), "muted"),
            line);
    card.getStyleClass().add("card");
    return card;
  }

  private Node reading(Optional<PhoneCodeReading> reading, Words words) {
    if (reading.isEmpty()) {
      return new StackPane();
    }
    if (!(reading.get() instanceof PhoneCodeReading.Understood(PhoneCode code))) {
      Notice wrong = Notice.of(Tone.WARNING, reading.get().fault().orElseThrow(), words);
      wrong.setId("help-misheard");
      return wrong;
    }
    VBox card = new VBox(Make.label(words.get("help.theirs"), "subheading"));
    card.setId("help-theirs");
    card.getStyleClass().add("card");
    List<String> lines =
        new PhoneCodeWords(words.shared(), model.products(), cause -> sentence(cause, words))
            .lines(code);
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
