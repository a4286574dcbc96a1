package org.certassist.desktop.check;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.workbook.CopyName;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// A checked file: what it is, what was found, and its cells.
final class CheckedPane extends VBox {
  private static final double FINDINGS_SHARE = 0.46;

  private final CheckState.Checked checked;
  private final CheckViewModel model;
  private final Asking asking;
  private final Words words;

  CheckedPane(CheckState.Checked checked, CheckViewModel model, Asking asking, Words words) {
    super(12);
    this.checked = checked;
    this.model = model;
    this.asking = asking;
    this.words = words;
    setId("checked");
    Marks marks = new Marks(checked.findings());
    SheetGrid grid = new SheetGrid(checked.draft(), marks, model.pointedAt(), words);
    UnitCells unit = new UnitCells(checked.draft(), marks, model.pointedAt(), words);
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox sheet = new VBox(8, unit, grid);
    getChildren().add(title());
    if (checked.findings().isEmpty()) {
      VBox.setVgrow(sheet, Priority.ALWAYS);
      getChildren().addAll(Notice.of(Tone.GOOD, words.get("check.nothingFound")), sheet);
    } else {
      getChildren().addAll(summary(), split(sheet));
    }
  }

  private Node split(VBox sheet) {
    FindingsTable table =
        new FindingsTable(checked.findings(), checked.draft(), model.pointedAt(), words);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox findings = new VBox(table, new FindingDetail(checked.draft(), model.pointedAt(), words));
    SplitPane split = new SplitPane(findings, sheet);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(FINDINGS_SHARE);
    VBox.setVgrow(split, Priority.ALWAYS);
    return split;
  }

  private Node title() {
    String kind =
        words.either(checked.draft().kind().title(), checked.draft().kind().titleEnglish());
    VBox names =
        new VBox(
            2,
            Make.label(String.valueOf(checked.file().getFileName()), "heading"),
            Make.paragraph(
                words.get(
                    "check.line", kind, checked.rows(), words.month(checked.settlementMonth())),
                "muted"));
    for (ReadingNote note : checked.draft().notes()) {
      Label said = Make.paragraph(words.shared().readingNote(note), "muted");
      said.setId("reading-" + note.id());
      names.getChildren().add(said);
    }
    HBox.setHgrow(names, Priority.ALWAYS);
    Button again = Make.button("check-again", words.get("check.again"), model::openAgain);
    again.setGraphic(Make.icon(MaterialDesignR.REFRESH));
    again.setTooltip(new Tooltip(words.get("check.againHelp")));
    Button close = Make.button("close-file", words.get("check.close"), model::close, "flat");
    close.setGraphic(Make.icon(MaterialDesignC.CLOSE));
    HBox line =
        new HBox(
            12, Make.icon(MaterialDesignF.FILE_TABLE_OUTLINE, "file-sign"), names, again, close);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node summary() {
    HBox line = new HBox(12);
    line.setAlignment(Pos.CENTER_LEFT);
    if (checked.errors() > 0) {
      line.getChildren().add(Make.badge(words.get("check.errors", checked.errors()), Tone.BAD));
    }
    if (checked.warnings() > 0) {
      line.getChildren()
          .add(Make.badge(words.get("check.warnings", checked.warnings()), Tone.WARNING));
    }
    String advice = checked.errors() > 0 ? "check.correct" : "check.mayGoOn";
    Button save = Make.button("save-marked", words.get("check.saveMarked"), this::saveMarked);
    Label say = Make.paragraph(words.get(advice), "muted");
    say.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(say, Priority.ALWAYS);
    line.getChildren().addAll(say, save);
    return line;
  }

  private void saveMarked() {
    saveMarked(
        words.get(
            "save.markedName",
            CheckState.baseName(checked.file()),
            CopyName.suffix(checked.file())));
  }

  private void saveMarked(String name) {
    asking
        .save(words.get("check.saveMarkedTitle"), name)
        .ifPresent(out -> {
          Path copy = CopyName.of(checked.file(), out);
          boolean askedAbout = copy.equals(out);
          if (askedAbout || !Files.exists(copy)) {
            model.saveMarked(copy, words.shared());
          } else {
            // The name was completed, and that file is there: the dialog asks before it is
            // replaced.
            saveMarked(String.valueOf(copy.getFileName()));
          }
        });
  }
}
