package org.certassist.desktop.certificate;

import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.filing.Expiry;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.desktop.fx.Fonts;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Words;
import org.certassist.texts.Mask;

/// What else stands in a certificate: from when to when, for what, and the numbers by which it is
/// told from any other.
final class FactsCard extends VBox {
  private static final Pattern FOUR = Pattern.compile("(.{4})(?=.)");

  private final Words words;

  FactsCard(CertificateFacts facts, FilingOutlook outlook, Words words) {
    this.words = words;
    setId("certificate-facts");
    getStyleClass().add("card");
    CertificateFacts masked = Mask.of(facts);
    GridPane grid = Make.facts();
    fact(
        grid,
        "certificates.valid",
        words.get(
            "certificates.validValue",
            words.date(facts.notBefore()),
            words.date(facts.notAfter()),
            words.shared().expiry(Expiry.of(facts.notAfter(), outlook))));
    fact(grid, "key.usage", words.shared().usage(facts.usage()));
    fact(grid, "key.algorithm", facts.algorithm());
    fact(grid, "certificates.subject", masked.subject());
    fact(grid, "certificates.issuer", facts.issuer());
    number(grid, "serial", facts.serialNumber());
    number(grid, "sha256", facts.certificate().sha256());
    number(grid, "sha1", facts.certificate().sha1());
    getChildren().addAll(Make.label(words.get("certificates.facts"), "subheading"), grid);
  }

  private void fact(GridPane grid, String id, String value) {
    Make.fact(grid, words.get(id), Make.paragraph(value));
  }

  /// In groups of four, as it is read out on the phone.
  private void number(GridPane grid, String id, String value) {
    Label shown = Make.paragraph(FOUR.matcher(value).replaceAll("$1 "));
    shown.setStyle("-fx-font-family: \"" + Fonts.fixed() + "\";");
    shown.setId("certificate-" + id);
    Button copy = new Button(words.get("certificates.copy"));
    copy.getStyleClass().addAll("flat", "small", "accent", "beside");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setAccessibleText(words.get("certificates.copyOf", words.get("certificates." + id)));
    copy.setOnAction(_ -> copy(value));
    Node line = line(shown, copy);
    Make.fact(grid, words.get("certificates." + id), line);
  }

  private static Node line(Label shown, Button copy) {
    HBox line = new HBox(8, shown, copy);
    line.setAlignment(Pos.TOP_LEFT);
    return line;
  }

  private static void copy(String value) {
    ClipboardContent content = new ClipboardContent();
    content.putString(value);
    var _ = Clipboard.getSystemClipboard().setContent(content);
  }
}
