package org.certassist.desktop.certificate;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.FilingOutlook;
import org.certassist.core.profile.Profile;
import org.certassist.core.time.ShanghaiTime;
import org.certassist.desktop.check.FileDrop;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// The place of the certificates: on the left all of them, on the right the one that was chosen, or
/// how it is renewed.
public final class CertificatesPlace extends HBox {
  private final CertificatesViewModel model;
  private final Asking asking;
  private final Supplier<FilingOutlook> outlook;

  /// What is drawn on the right.
  private record Now(CertificateView view, Profile profile) {}

  public CertificatesPlace(
      CertificatesViewModel model,
      ObservableValue<Profile> profile,
      Asking asking,
      ShanghaiTime time,
      ObservableValue<Words> words) {
    super(20);
    this.model = model;
    this.asking = asking;
    this.outlook = () -> FilingOutlook.of(profile.getValue().calendar(), time.now());
    setId("certificates");
    getStyleClass().add("certificates-place");
    ObjectBinding<Now> now =
        Bindings.createObjectBinding(
            () -> new Now(model.view().get(), profile.getValue()), model.view(), profile);
    ScrollPane scroll = new ScrollPane(new Drawn<>(now, words, this::draw));
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    HBox.setHgrow(scroll, Priority.ALWAYS);
    model.view().subscribe(_ -> scroll.setVvalue(0));
    getChildren().addAll(new CertificateListPane(model, outlook, asking, words), scroll);
    FileDrop.on(this, model::open);
  }

  private Node draw(Now now, Words words) {
    return switch (now.view()) {
      case CertificateView.Nothing _ -> nothing(words);
      case CertificateView.Looking _ -> looking(words);
      case CertificateView.Failed(_, var fault) -> failed(fault, words);
      case CertificateView.Details details ->
          new DetailsPane(details, model, outlook.get(), asking, words);
      case CertificateView.AskingColour _ -> new ColourPane(model, words);
      case CertificateView.Guiding guiding -> new GuidePane(guiding, model, now.profile(), words);
    };
  }

  private static Node nothing(Words words) {
    VBox box =
        new VBox(
            4,
            Make.paragraph(words.get("certificates.none"), "subheading"),
            Make.paragraph(words.get("certificates.noneHelp"), "muted"));
    box.setId("certificates-none");
    return box;
  }

  private static Node failed(Fault fault, Words words) {
    Notice notice = Notice.of(Tone.BAD, fault, words);
    notice.setId("certificate-failed");
    return notice;
  }

  private static Node looking(Words words) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(24, 24);
    return new HBox(12, turning, Make.paragraph(words.get("certificates.looking"), "muted"));
  }
}
