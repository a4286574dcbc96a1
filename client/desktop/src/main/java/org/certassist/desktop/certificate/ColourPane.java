package org.certassist.desktop.certificate;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.certassist.core.filing.UpgradeGuide.Colour;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;

/// Asks for the colour of the key, which decides how its certificate is upgraded and which no
/// program sees.
final class ColourPane extends VBox {
  private final CertificatesViewModel model;
  private final Words words;

  ColourPane(CertificatesViewModel model, Words words) {
    super(16);
    this.model = model;
    this.words = words;
    setId("ask-colour");
    FlowPane keys = new FlowPane(16, 16);
    for (Colour colour : Colour.values()) {
      keys.getChildren().add(key(colour));
    }
    getChildren()
        .addAll(
            Make.paragraph(words.get("certificates.guide.upgradeTitle"), "heading"),
            Make.paragraph(words.get("certificates.askColour")),
            keys,
            Make.button(
                "colour-unknown",
                words.get("certificates.colourUnknown"),
                () -> model.keyIs(Optional.empty())),
            Make.button("guide-back", words.get("certificates.back"), model::back));
  }

  private Button key(Colour colour) {
    String name = words.get("certificates.colour." + colour.word());
    VBox drawn = new VBox(10, new KeyDrawing(colour, words), Make.label(name, "strong"));
    drawn.setAlignment(Pos.CENTER);
    Button button = new Button();
    button.setId("colour-" + colour.word());
    button.setGraphic(drawn);
    button.setAccessibleText(name + " " + words.get("certificates.drawing." + colour.word()));
    button.getStyleClass().add("colour-choice");
    button.setOnAction(_ -> model.keyIs(Optional.of(colour)));
    return button;
  }
}
