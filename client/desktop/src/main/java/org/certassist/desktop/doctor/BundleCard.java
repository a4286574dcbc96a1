package org.certassist.desktop.doctor;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.certassist.core.helpdesk.MakeBundle.Made;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// The bundle for the helpdesk: made, every line of it shown, then saved.
final class BundleCard extends VBox {
  private static final double LINES_HEIGHT = 260;
  private static final String NAME = "certassist-help.zip";

  private final BundleViewModel model;
  private final Asking asking;

  BundleCard(BundleViewModel model, Asking asking, ObservableValue<Words> words) {
    this.model = model;
    this.asking = asking;
    setId("help-bundle");
    getStyleClass().add("card");
    getChildren().add(new Drawn<>(model.state(), words, this::draw));
  }

  private Node draw(BundleState state, Words words) {
    VBox box =
        new VBox(
            10,
            Make.label(words.get("help.bundle"), "subheading"),
            Make.paragraph(words.get("help.bundleWhat"), "muted"));
    switch (state) {
      case BundleState.Nothing _ -> box.getChildren().add(make(words));
      case BundleState.Making _ ->
          box.getChildren().add(Make.paragraph(words.get("help.bundleMaking"), "muted"));
      case BundleState.Shown(var made) -> box.getChildren().addAll(shown(made, words));
      case BundleState.Saved(Path file) ->
          box.getChildren()
              .addAll(
                  Notice.of(Tone.GOOD, words.get("help.bundleSaved"), file.toString()),
                  make(words));
      case BundleState.Failed(var fault) ->
          box.getChildren().addAll(Notice.of(Tone.BAD, fault, words), make(words));
    }
    return box;
  }

  private Node make(Words words) {
    Button make =
        Make.button("help-bundle-make", words.get("help.bundleMake"), model::make, "accent");
    make.disableProperty().bind(model.canMake().map(can -> !can));
    return make;
  }

  private List<Node> shown(Made made, Words words) {
    List<String> preview = made.bundle().preview();
    ListView<String> lines = new ListView<>(FXCollections.observableList(preview));
    lines.setId("help-bundle-lines");
    lines.getStyleClass().add("log-lines");
    lines.setPrefHeight(LINES_HEIGHT);
    Node before =
        made.archiveRead()
            ? Make.paragraph(words.get("help.bundleShown", preview.size()))
            : Notice.of(Tone.WARNING, words.get("help.bundleUnread"));
    HBox buttons =
        new HBox(
            8,
            Make.button(
                "help-bundle-save", words.get("help.bundleSave"), () -> save(words), "accent"),
            Make.button("help-bundle-leave", words.get("help.bundleLeave"), model::dismiss));
    return List.of(before, lines, buttons);
  }

  private void save(Words words) {
    asking.save(words.get("help.bundleSaveTitle"), NAME).ifPresent(model::save);
  }
}
