package org.certassist.desktop.check;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.declaration.Kind;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Choosing a file: drop it, open it, or make an empty template first.
final class FilePane extends VBox {
  private final CheckViewModel model;
  private final Asking asking;
  private final Words words;

  FilePane(CheckState state, CheckViewModel model, Asking asking, Words words) {
    super(16);
    this.model = model;
    this.asking = asking;
    this.words = words;
    if (state instanceof CheckState.Unusable unusable) {
      getChildren().add(trouble(unusable));
    }
    VBox drop = new VBox();
    drop.setId("drop");
    drop.getStyleClass().add("drop-zone");
    VBox.setVgrow(drop, Priority.ALWAYS);
    if (state instanceof CheckState.Reading reading) {
      drop.getChildren()
          .setAll(
              new ProgressIndicator(),
              Make.label(words.get("file.reading", name(reading.file())), "muted"));
    } else {
      drop.getChildren().setAll(invitation());
    }
    getChildren().addAll(drop, template());
  }

  private Node trouble(CheckState.Unusable unusable) {
    Notice notice = Notice.of(Tone.BAD, unusable.fault(), words);
    notice.setId("unusable");
    Button again = Make.button("open-again", words.get("file.again"), model::openAgain);
    notice.getChildren().add(again);
    return notice;
  }

  private Node[] invitation() {
    Button open = Make.button("open", words.get("file.open"), this::open, "accent");
    open.setDefaultButton(true);
    return new Node[] {
      Make.icon(MaterialDesignF.FILE_TABLE_OUTLINE, "drop-sign"),
      Make.label(words.get("file.drop"), "heading"),
      Make.label(words.get("file.dropHelp"), "muted"),
      open
    };
  }

  private void open() {
    asking.open(words.get("file.openTitle"), words.get("file.kind")).ifPresent(model::open);
  }

  private Node template() {
    MenuButton kinds = new MenuButton(words.get("file.template"));
    kinds.setId("template");
    kinds.setMnemonicParsing(true);
    for (Kind kind : model.kinds()) {
      String title = words.either(kind.title(), kind.titleEnglish());
      MenuItem item = new MenuItem(title);
      item.setOnAction(_ ->
          asking
              .save(words.get("file.templateTitle"), title + ".xlsx")
              .ifPresent(out -> model.saveTemplate(kind, out)));
      kinds.getItems().add(item);
    }
    HBox line = new HBox(12, Make.label(words.get("file.noTemplate"), "muted"), kinds);
    model
        .sample()
        .ifPresent(sample ->
            line.getChildren()
                .add(
                    Make.button(
                        "open-sample", words.get("file.openSample"), () -> model.open(sample))));
    line.setAlignment(Pos.CENTER);
    return line;
  }

  private static String name(java.nio.file.Path file) {
    return String.valueOf(file.getFileName());
  }
}
