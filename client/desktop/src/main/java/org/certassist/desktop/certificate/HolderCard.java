package org.certassist.desktop.certificate;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.HolderFact;
import org.certassist.core.certificate.HolderField;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;
import org.certassist.texts.Mask;

/// Whom a certificate names: every value with the place where it stands, and what is said otherwise
/// elsewhere in it.
final class HolderCard extends VBox {
  private final Words words;

  HolderCard(CertificateFacts facts, Words words) {
    this.words = words;
    setId("certificate-holder");
    getStyleClass().add("card");
    GridPane grid = Make.facts();
    for (HolderField field : HolderField.values()) {
      List<HolderFact> all = facts.holder().all(field);
      if (!all.isEmpty()) {
        Make.fact(grid, words.label(words.shared().holderField(field)), values(all));
      }
    }
    getChildren().add(Make.label(words.get("certificates.holder"), "subheading"));
    getChildren()
        .add(
            facts.holder().facts().isEmpty()
                ? Make.paragraph(words.get("certificates.holderUnknown"), "muted")
                : grid);
  }

  private Node values(List<HolderFact> all) {
    VBox box = new VBox(2);
    for (HolderFact fact : all) {
      boolean counts = fact.equals(all.getFirst());
      Label value = Make.paragraph(counts ? shown(fact) : otherwise(fact));
      value.getStyleClass().add(counts ? "strong" : "warning-words");
      value.setId("holder-" + fact.field().word() + (counts ? "" : "-" + all.indexOf(fact)));
      box.getChildren().add(fact.field().isPersonal() ? withButton(fact, counts, value) : value);
      box.getChildren().add(Make.paragraph(origin(fact), "muted", "small"));
    }
    return box;
  }

  private String otherwise(HolderFact fact) {
    return words.get("certificates.otherwise", shown(fact));
  }

  private String shown(HolderFact fact) {
    return fact.field().isPersonal() ? Mask.of("idNumber", fact.value()) : fact.value();
  }

  /// Somebody's own number is shown when she asks for it, until something else is looked at.
  private Node withButton(HolderFact fact, boolean counts, Label value) {
    Button show = new Button(words.get("certificates.show"));
    show.setId("show-" + fact.field().word());
    show.getStyleClass().addAll("flat", "small", "accent", "beside");
    show.setMinWidth(USE_PREF_SIZE);
    show.setOnAction(_ -> {
      value.setText(counts ? fact.value() : words.get("certificates.otherwise", fact.value()));
      show.setVisible(false);
    });
    FlowPane line = new FlowPane(8, 2, value, show);
    return line;
  }

  /// In plain words.
  private String origin(HolderFact fact) {
    int space = fact.origin().indexOf(' ');
    return space < 0
        ? words.get("certificates.origin." + fact.origin())
        : words.get(
            "certificates.origin." + fact.origin().substring(0, space) + "At",
            fact.origin().substring(space + 1));
  }
}
