package org.certassist.desktop.key;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// Asks which of the certificates that can sign is meant; where a file is in hand, those of its
/// unit stand first and are marked.
final class KeyChooser extends VBox {
  private static final double UNDER_THE_NAME = 23;

  KeyChooser(KeyState.Looked looked, KeyViewModel model, FilingOutlook outlook, Words words) {
    getStyleClass().add("card");
    ChoiceWords named = new ChoiceWords(looked.overview().choices(), words);
    Optional<Label> takenUp = takenUp(looked, words);
    String heading = takenUp.isPresent() ? "key.choices" : "key.choose";
    getChildren().add(Make.paragraph(words.get(heading, named.all().size()), "strong"));
    takenUp.ifPresent(getChildren()::add);
    ToggleGroup group = new ToggleGroup();
    for (Choice choice : unitsFirst(looked)) {
      RadioButton button = new RadioButton(CertificateWords.holder(choice));
      button.setId("key-" + choice.certificate().certificate().sha256());
      button.setWrapText(true);
      button.setToggleGroup(group);
      button.setSelected(looked.chosen().filter(choice::equals).isPresent());
      button.setOnAction(_ -> model.choose(choice));
      Label under = Make.paragraph(String.join("\n", named.lines(choice)), "muted", "small");
      VBox.setMargin(under, new Insets(0, 0, 0, UNDER_THE_NAME));
      under.setOnMouseClicked(_ -> button.fire());
      button.setAccessibleHelp(under.getText());
      VBox one = new VBox(2, button, under);
      if (isOfUnit(choice, looked)) {
        Label ours =
            Make.paragraph(words.get("key.choice.ofUnit"), "badge", Tone.GOOD.styleClass());
        VBox.setMargin(ours, new Insets(2, 0, 0, UNDER_THE_NAME));
        one.getChildren().add(ours);
      }
      if (!choice.certificate().status().isGood()) {
        Label badge = new CertificateWords(choice.certificate(), outlook, words).badge();
        VBox.setMargin(badge, new Insets(2, 0, 0, UNDER_THE_NAME));
        one.getChildren().add(badge);
      }
      getChildren().add(one);
    }
  }

  /// Says that the key in use is the one of the unit whose file is in hand.
  private static Optional<Label> takenUp(KeyState.Looked looked, Words words) {
    return looked
        .chosen()
        .filter(choice -> isOfUnit(choice, looked))
        .map(_ ->
            Make.paragraph(
                words.get("key.takenUp", looked.unit().orElseThrow().name()), "muted", "small"));
  }

  private static boolean isOfUnit(Choice choice, KeyState.Looked looked) {
    return looked.unit().filter(choice::isOf).isPresent();
  }

  private static List<Choice> unitsFirst(KeyState.Looked looked) {
    return looked.overview().choices().stream()
        .sorted(Comparator.comparing(choice -> !isOfUnit(choice, looked)))
        .toList();
  }
}
