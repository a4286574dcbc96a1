package org.certassist.desktop.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.workbook.FileFault;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Drawn;
import org.certassist.desktop.fx.FileKind;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Where a declaration begins: open a file, go on with a draft, or begin a new one of a kind.
final class StartPane extends VBox {
  private final CheckViewModel model;
  private final Asking asking;
  private final Words words;

  StartPane(CheckState state, CheckViewModel model, Asking asking, Words words) {
    super(16);
    this.model = model;
    this.asking = asking;
    this.words = words;
    if (state instanceof CheckState.Unusable unusable) {
      getChildren().add(trouble(unusable));
    }
    if (state instanceof CheckState.Reading reading) {
      Label rows = Make.label("", "muted");
      rows.setId("rows-read");
      rows.textProperty()
          .bind(
              model
                  .rowsRead()
                  .map(read -> read.intValue() == 0 ? "" : words.get("file.rowsRead", read)));
      VBox wait =
          new VBox(
              new ProgressIndicator(),
              Make.label(words.get("file.reading", name(reading.file())), "muted"),
              rows,
              Make.button("stop-reading", words.get("file.stop"), model::close));
      wait.setId("drop");
      wait.getStyleClass().add("drop-zone");
      VBox.setVgrow(wait, Priority.ALWAYS);
      getChildren().add(wait);
    } else {
      getChildren().addAll(invitation(), choices());
    }
  }

  private Node trouble(CheckState.Unusable unusable) {
    Notice notice = Notice.of(Tone.BAD, unusable.fault(), words);
    notice.setId("unusable");
    FlowPane acts = new FlowPane(8, 8);
    if (unusable.fault() instanceof FileFault.SeveralLayouts(List<String> names)) {
      names.forEach(name ->
          acts.getChildren()
              .add(
                  Make.button(
                      "template-" + name,
                      name,
                      () -> model.open(unusable.file(), Optional.of(name)))));
    } else {
      acts.getChildren().add(Make.button("open-again", words.get("file.again"), model::openAgain));
    }
    notice.getChildren().add(acts);
    return notice;
  }

  private Node invitation() {
    Button open = Make.button("open", words.get("file.open"), this::open, "accent");
    open.setDefaultButton(true);
    VBox says =
        new VBox(
            4,
            Make.paragraph(words.get("file.drop"), "heading"),
            Make.paragraph(words.get("file.dropHelp"), "muted"));
    HBox.setHgrow(says, Priority.ALWAYS);
    HBox drop = new HBox(Make.icon(MaterialDesignF.FILE_TABLE_OUTLINE, "drop-sign"), says, open);
    model
        .sample()
        .ifPresent(sample ->
            drop.getChildren()
                .add(
                    Make.button(
                        "open-sample", words.get("file.openSample"), () -> model.open(sample))));
    drop.setId("drop");
    drop.getStyleClass().add("drop-zone");
    return drop;
  }

  private void open() {
    asking.open(words.get("file.openTitle"), FileKind.workbooks(words)).ifPresent(model::open);
  }

  private Node choices() {
    Drawn<DraftsViewModel.Kept> drafts =
        new Drawn<>(
            model.drafts().kept(),
            new javafx.beans.property.SimpleObjectProperty<>(words),
            (kept, now) -> new DraftList(kept, model, asking, now));
    drafts.setAlignment(Pos.TOP_LEFT);
    VBox all = new VBox(20, drafts, kinds());
    ScrollPane scroll = new ScrollPane(all);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private Node kinds() {
    VBox kinds = new VBox(Make.label(words.get("kinds.title"), "subheading"));
    kinds.getStyleClass().add("lines");
    model
        .kinds()
        .forEach(kind -> {
          String title = words.kind(kind);
          Label name = Make.label(title);
          HBox.setHgrow(name, Priority.ALWAYS);
          name.setMaxWidth(Double.MAX_VALUE);
          Button begin =
              Make.button("begin-" + kind.id(), words.get("kinds.begin"), () -> model.begin(kind));
          begin.setAccessibleText(words.get("kinds.beginOf", title));
          Button template =
              Make.button(
                  "template-" + kind.id(),
                  words.get("kinds.template"),
                  () ->
                      asking
                          .save(words.get("file.templateTitle"), title + ".xlsx")
                          .ifPresent(out -> model.saveTemplate(kind, out)),
                  "flat");
          template.setAccessibleText(words.get("kinds.templateOf", title));
          HBox line = new HBox(name, begin, template);
          line.getStyleClass().add("line");
          kinds.getChildren().add(line);
        });
    return kinds;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
