package org.certassist.desktop.certificate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.filing.CertificatePair;
import org.certassist.core.filing.Expiry;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.filing.SeenCertificate;
import org.certassist.core.key.KeyInFile;
import org.certassist.desktop.certificate.CertificateGroup.Entry;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.certassist.desktop.key.CertificateWords;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// All certificates that can be looked at, by key and by file, and the button for one more file.
final class CertificateListPane extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double WIDTH = 248;

  private final CertificatesViewModel model;
  private final Supplier<FilingOutlook> outlook;
  private final Asking asking;
  private final Map<Entry, Node> rows = new HashMap<>();

  CertificateListPane(
      CertificatesViewModel model,
      Supplier<FilingOutlook> outlook,
      Asking asking,
      ObservableValue<Words> words) {
    super(12);
    this.model = model;
    this.outlook = outlook;
    this.asking = asking;
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    ScrollPane scroll = new ScrollPane(new Drawn<>(model.groups(), words, this::groups));
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(new Drawn<>(model.reading(), words, this::file), scroll);
    model.view().subscribe(this::mark);
  }

  private void mark(CertificateView view) {
    rows.forEach((entry, row) ->
        row.pseudoClassStateChanged(CHOSEN, view.chosen().filter(entry::equals).isPresent()));
  }

  private Node file(FileReading reading, Words words) {
    Button open =
        Make.button(
            "certificate-open",
            words.get("certificates.open"),
            () ->
                asking
                    .open(words.get("certificates.openTitle"), FileKind.certificates(words))
                    .ifPresent(model::open),
            "accent");
    open.setMaxWidth(Double.MAX_VALUE);
    open.setDisable(reading instanceof FileReading.Reading);
    return new VBox(
        8,
        open,
        switch (reading) {
          case FileReading.None _ ->
              Make.paragraph(words.get("certificates.dropHelp"), "muted", "small");
          case FileReading.Reading(Path file) -> reading(file, words);
          case FileReading.Unusable(_, var fault) -> {
            Notice notice = Notice.of(Tone.BAD, fault, words);
            notice.setId("certificate-unusable");
            yield notice;
          }
        });
  }

  private static Node reading(Path file, Words words) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(20, 20);
    HBox line =
        new HBox(8, turning, Make.paragraph(words.get("file.reading", name(file)), "muted"));
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node groups(List<CertificateGroup> groups, Words words) {
    rows.clear();
    VBox all = new VBox(16);
    groups.forEach(group -> all.getChildren().add(group(group, words)));
    mark(model.view().get());
    return all;
  }

  private Node group(CertificateGroup group, Words words) {
    VBox box = new VBox(4, heading(group.source(), words));
    for (CertificatePair pair : group.pairs()) {
      box.getChildren().add(row(group, pair.main(), words));
      pair.encryption()
          .ifPresent(other ->
              box.getChildren().add(under(group, other, words.get("certificates.companion"))));
    }
    CertificateNames names = new CertificateNames(words);
    for (SeenCertificate authority : group.authorities()) {
      String name = authority.facts().map(names::authority).orElseGet(() -> names.title(authority));
      box.getChildren().add(under(group, authority, words.get("certificates.authority", name)));
    }
    return box;
  }

  private Node heading(CertificateSource source, Words words) {
    return switch (source) {
      case CertificateSource.OnKey(var token) when KeyInFile.holds(token) ->
          line(
              MaterialDesignF.FILE_KEY_OUTLINE,
              words.get("certificates.inKeyFile", token.serial()));
      case CertificateSource.OnKey(var token) ->
          line(
              MaterialDesignU.USB_FLASH_DRIVE_OUTLINE,
              words.get("certificates.onKey", token.serial()));
      case CertificateSource.InFile(Path file) -> {
        HBox line = line(MaterialDesignF.FILE_CERTIFICATE_OUTLINE, name(file));
        Button away =
            Make.button("put-away-" + name(file), "", () -> model.putAway(source), "flat", "small");
        away.setGraphic(Make.icon(MaterialDesignC.CLOSE));
        away.setAccessibleText(words.get("certificates.putAway", name(file)));
        away.setTooltip(new Tooltip(words.get("certificates.putAway", name(file))));
        line.getChildren().add(away);
        yield line;
      }
    };
  }

  private static HBox line(Ikon sign, String text) {
    Label label = Make.paragraph(text, "muted");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(8, Make.icon(sign, "icon-muted"), label);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /// One that the portal judges: whose it is, from whom, whether it is good, how long.
  private Node row(CertificateGroup group, SeenCertificate seen, Words words) {
    CertificateNames names = new CertificateNames(words);
    Label badge = new CertificateWords(seen, outlook.get(), words).badge();
    VBox box = new VBox(2, Make.paragraph(names.title(seen), "strong"));
    seen.facts()
        .ifPresent(
            facts -> box.getChildren().add(Make.paragraph(names.issuer(facts), "muted", "small")));
    box.getChildren().add(badge);
    String until = seen.facts().map(facts -> until(facts, words)).orElse("");
    if (!until.isEmpty()) {
      box.getChildren().add(Make.paragraph(until, "muted", "small"));
    }
    return button(group, seen, box, names.title(seen) + " " + badge.getText() + " " + until);
  }

  private String until(CertificateFacts facts, Words words) {
    return words.get(
        "certificates.until",
        words.date(facts.notAfter()),
        words.shared().expiry(Expiry.of(facts.notAfter(), outlook.get())));
  }

  private Node under(CertificateGroup group, SeenCertificate seen, String text) {
    Label label = Make.paragraph(text, "muted", "small");
    Button row = button(group, seen, label, text);
    row.getStyleClass().add("under");
    return row;
  }

  private Button button(CertificateGroup group, SeenCertificate seen, Region shown, String said) {
    Entry entry = group.entry(seen);
    CertificateRow row = new CertificateRow(shown, said);
    row.setId("certificate-" + seen.certificate().sha256());
    row.setOnAction(_ -> model.choose(entry));
    rows.put(entry, row);
    return row;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
