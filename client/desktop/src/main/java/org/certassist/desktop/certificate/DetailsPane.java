package org.certassist.desktop.certificate;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.filing.Expiry;
import org.certassist.core.filing.ExpiryNotice;
import org.certassist.core.filing.ExportCertificate;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.filing.UpgradeGuide;
import org.certassist.desktop.certificate.CertificateGroup.Standing;
import org.certassist.desktop.certificate.CertificateView.Details;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Saved;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.CertificateWords;

/// One certificate: the verdict and what to do first, then whose it is, what stands in it, and by
/// which way it was judged.
final class DetailsPane extends VBox {
  private final Details details;
  private final CertificatesViewModel model;
  private final FilingOutlook outlook;
  private final Asking asking;
  private final Words words;

  DetailsPane(
      Details details,
      CertificatesViewModel model,
      FilingOutlook outlook,
      Asking asking,
      Words words) {
    super(16);
    this.details = details;
    this.model = model;
    this.outlook = outlook;
    this.asking = asking;
    this.words = words;
    setId("certificate-details");
    SeenCertificate seen = details.certificate().seen();
    getChildren().addAll(heading(seen), verdict(seen), acts(seen), saved());
    seen.facts()
        .ifPresent(facts ->
            getChildren()
                .addAll(new HolderCard(facts, words), new FactsCard(facts, outlook, words)));
    getChildren().add(new ChainCard(details, words));
  }

  private Node heading(SeenCertificate seen) {
    CertificateNames names = new CertificateNames(words);
    return Make.paragraph(
        details.standing() == Standing.AUTHORITY
            ? seen.facts().map(names::authority).orElseGet(() -> names.title(seen))
            : names.title(seen),
        "heading");
  }

  /// Only what a portal would be shown is judged as it would be.
  private Node verdict(SeenCertificate seen) {
    Notice notice =
        switch (details.standing()) {
          case AUTHORITY -> explained("certificates.isAuthority");
          case COMPANION -> explained("certificates.isCompanion");
          case OWN -> new CertificateWords(seen, outlook, words).advice().orElseGet(this::good);
        };
    notice.setId("certificate-verdict");
    return notice;
  }

  private Notice explained(String id) {
    return Notice.of(Tone.INFO, words.get(id), words.get(id + "Help"));
  }

  private Notice good() {
    boolean asked = details.certificate().seen().revocation() instanceof Revocation.Good;
    return Notice.of(
        Tone.GOOD,
        words.get("certificates.good"),
        words.get(asked ? "certificates.goodHelp" : "certificates.goodHelpNotChecked"));
  }

  private Node acts(SeenCertificate seen) {
    FlowPane acts = new FlowPane(8, 8, export(seen));
    acts.setAlignment(Pos.CENTER_LEFT);
    need(seen)
        .ifPresent(need ->
            acts.getChildren()
                .add(
                    Make.button(
                        "certificate-guide",
                        words.get("certificates.guide." + need.word()),
                        model::guide)));
    return acts;
  }

  /// Renewal where it ends soon, an upgrade where its algorithm is the old one.
  private Optional<UpgradeGuide.Need> need(SeenCertificate seen) {
    return seen.facts()
        .filter(_ -> details.standing() == Standing.OWN)
        .filter(this::isDue)
        .map(facts -> UpgradeGuide.of(Optional.of(facts), Optional.empty()).need());
  }

  private boolean isDue(CertificateFacts facts) {
    return facts.algorithm().startsWith("RSA")
        || Expiry.of(facts.notAfter(), outlook).notice() != ExpiryNotice.NONE;
  }

  private Node export(SeenCertificate seen) {
    MenuButton export = new MenuButton(words.get("certificates.export"));
    export.setId("certificate-export");
    export.setMnemonicParsing(true);
    export.setMinWidth(USE_PREF_SIZE);
    for (ExportCertificate.Form form : ExportCertificate.Form.values()) {
      MenuItem item = new MenuItem(words.get("certificates.export." + form.word()));
      item.setId("export-" + form.word());
      item.setOnAction(
          _ -> new ExportDialog(asking, words).ask(seen, form, out -> model.export(form, out)));
      export.getItems().add(item);
    }
    return export;
  }

  private Node saved() {
    Drawn<Optional<Saved>> drawn =
        new Drawn<>(
            model.saved(),
            new SimpleObjectProperty<>(words),
            (saved, now) -> saved.<Node>map(what -> what.notice(now)).orElseGet(StackPane::new));
    drawn.managedProperty().bind(model.saved().map(Optional::isPresent));
    HBox line = new HBox(drawn);
    line.managedProperty().bind(model.saved().map(Optional::isPresent));
    HBox.setHgrow(drawn, javafx.scene.layout.Priority.ALWAYS);
    return line;
  }
}
