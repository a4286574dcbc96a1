package org.certassist.desktop.driver;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.installer.InstallerProgress;
import org.certassist.core.installer.InstallerProgress.Stage;
import org.certassist.core.installer.Offer;
import org.certassist.core.installer.Offer.Origin;
import org.certassist.desktop.driver.InstallerState.HandedOn;
import org.certassist.desktop.driver.InstallerState.Nothing;
import org.certassist.desktop.driver.InstallerState.Offered;
import org.certassist.desktop.driver.InstallerState.Working;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// Where the installer comes from and who made it, the button that has it run, and how far that has
/// come.
final class InstallerPane extends VBox {
  private final InstallerViewModel model;
  private final Words words;

  InstallerPane(InstallerState state, InstallerViewModel model, Words words) {
    super(8);
    this.model = model;
    this.words = words;
    setId("installer");
    switch (state) {
      case Nothing _ -> {}
      case Offered offered -> offered(offered);
      case Working(_, Offer offer) -> getChildren().addAll(bar(offer), doing());
      case HandedOn _ -> getChildren().add(Notice.of(Tone.INFO, words.get("installer.handedOn")));
    }
  }

  private void offered(Offered offered) {
    Offer offer = offered.offer();
    offered.trouble().ifPresent(fault -> getChildren().add(Notice.of(Tone.BAD, fault, words)));
    offer.note().ifPresent(fault -> getChildren().add(Notice.of(Tone.INFO, fault, words)));
    Button run =
        Make.button(
            "installer-run",
            words.get(
                offer.origin() instanceof Origin.Download
                    ? "installer.download"
                    : "installer.check"),
            model::run,
            "accent");
    getChildren()
        .addAll(
            Make.paragraph(words.get("installer.can", offer.installer().fileName())),
            fact("installer.source", words.shared().installerFrom(offer)),
            fact("installer.publisher", offer.installer().publisher()),
            fact("installer.sha256", offer.installer().sha256()),
            run);
  }

  private Node fact(String name, String value) {
    return Make.paragraph(
        words.get("installer.fact", words.shared().get(name), value), "muted", "small");
  }

  private Node bar(Offer offer) {
    ProgressBar bar = new ProgressBar();
    bar.setId("installer-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> share(model.progress().get(), offer), model.progress()));
    return bar;
  }

  private static double share(InstallerProgress now, Offer offer) {
    return now.stage() == Stage.FETCHING
        ? (double) now.bytes() / offer.installer().bytes()
        : ProgressBar.INDETERMINATE_PROGRESS;
  }

  private Node doing() {
    var said = Make.paragraph("");
    said.textProperty()
        .bind(
            model
                .progress()
                .map(now ->
                    words.get(
                        switch (now.stage()) {
                          case FETCHING -> "installer.fetching";
                          case CHECKING -> "installer.checking";
                          case RUNNING -> "installer.running";
                        })));
    Button cancel =
        Make.button("installer-cancel", words.get("installer.cancel"), model::cancel, "small");
    cancel.visibleProperty().bind(model.progress().map(now -> now.stage() != Stage.RUNNING));
    cancel.managedProperty().bind(cancel.visibleProperty());
    HBox line = new HBox(12, said, Make.gap(), cancel);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
