package org.certassist.desktop.check;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.certassist.core.draft.EditedDraft.At;
import org.certassist.core.rules.Severity;
import org.certassist.core.workbook.CopyName;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The line above the sheet: how many findings there are, what can be done with rows, and the file
/// that can be saved of it.
final class SheetTools extends HBox {
  private final SheetInHand sheet;
  private final CheckViewModel model;
  private final Asking asking;
  private final SheetGrid grid;
  private final Words words;
  private final HBox counts = new HBox(8);
  private final HBox save = new HBox(8);
  // Bound, so that a line no longer shown is not held by what it shows.
  private final ObjectProperty<CheckState> state = new SimpleObjectProperty<>();

  SheetTools(
      SheetInHand sheet,
      CheckViewModel model,
      Asking asking,
      SheetGrid grid,
      Runnable form,
      Words words) {
    super(8);
    this.sheet = sheet;
    this.model = model;
    this.asking = asking;
    this.grid = grid;
    this.words = words;
    getStyleClass().add("sheet-tools");
    counts.setAlignment(Pos.CENTER_LEFT);
    save.setAlignment(Pos.CENTER_LEFT);
    Button undo =
        tool("undo", MaterialDesignU.UNDO, words.get("tool.undo", key(KeyCode.Z)), sheet::undo);
    Button redo =
        tool("redo", MaterialDesignR.REDO, words.get("tool.redo", key(KeyCode.Y)), sheet::redo);
    Button add =
        tool(
            "add-row",
            MaterialDesignT.TABLE_ROW_PLUS_AFTER,
            words.get("tool.add-row"),
            this::addRow);
    Button delete =
        tool(
            "delete-row",
            MaterialDesignT.TABLE_ROW_REMOVE,
            words.get("tool.delete-row"),
            this::deleteRows);
    Button one = Make.button("row-form", words.get("tool.row-form"), form, "flat");
    one.setGraphic(Make.icon(MaterialDesignF.FORM_TEXTBOX));
    one.setTooltip(new Tooltip(words.get("tool.row-form.help")));
    getChildren().addAll(counts, Make.gap(), undo, redo, add, delete, one, save);
    state.bind(model.state());
    state.subscribe(now -> {
      undo.setDisable(!sheet.edited().get().canUndo());
      redo.setDisable(!sheet.edited().get().canRedo());
      follow(now);
    });
  }

  /// As this system writes it.
  private static String key(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN).getDisplayText();
  }

  private static Button tool(String id, Ikon sign, String help, Runnable act) {
    Button button = Make.button(id, "", act, "button-icon", "flat");
    button.setGraphic(Make.icon(sign));
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    return button;
  }

  private void follow(CheckState now) {
    if (!(now instanceof CheckState.InHand)) {
      return;
    }
    boolean waits = now instanceof CheckState.Rechecking;
    counts.getChildren().clear();
    long errors =
        sheet.findings().get().stream().filter(f -> f.severity() == Severity.ERROR).count();
    long warnings = sheet.findings().get().size() - errors;
    if (waits) {
      count(words.get("check.rechecking"), Tone.INFO, "");
    } else if (errors + warnings == 0) {
      count(words.get("check.nothingFound"), Tone.GOOD, "");
    }
    if (errors > 0 && !waits) {
      count(words.get("check.errors", errors), Tone.BAD, words.get("check.correct"));
    }
    if (warnings > 0 && !waits) {
      count(words.get("check.warnings", warnings), Tone.WARNING, words.get("check.mayGoOn"));
    }
    save.getChildren().clear();
    if (sheet.isChanged() || !sheet.origin().onDisk()) {
      saveCorrected();
    } else if (errors + warnings > 0) {
      save.getChildren()
          .add(Make.button("save-marked", words.get("check.saveMarked"), this::askMarked));
    }
  }

  private void count(String text, Tone tone, String help) {
    Label badge = Make.badge(text, tone);
    if (!help.isEmpty()) {
      badge.setTooltip(new Tooltip(help));
    }
    counts.getChildren().add(badge);
  }

  private void saveCorrected() {
    Button button =
        Make.button(
            "save-corrected",
            words.get(sheet.origin().onDisk() ? "check.saveCorrected" : "check.saveAsFile"),
            this::askCorrected);
    boolean ours = sheet.edited().get().isOurs();
    button.setDisable(!ours);
    save.getChildren().add(button);
    if (!ours) {
      Label why = Make.label(words.get("check.notOurs"), "muted");
      why.setId("not-ours");
      save.getChildren().add(why);
    }
  }

  private void askMarked() {
    Path file = sheet.origin().file();
    SaveCopy.of(file, asking)
        .ask(
            words.get("check.saveMarkedTitle"),
            words.get("save.markedName", CheckState.baseName(file), CopyName.suffix(file)),
            out -> model.saveMarked(out, words.shared()));
  }

  private void askCorrected() {
    Path file = sheet.origin().file();
    String name =
        words.get(
            sheet.origin().onDisk() ? "save.correctedName" : "save.draftName",
            CheckState.baseName(file),
            SaveCopy.ours(file));
    SaveCopy.of(Path.of(name), asking)
        .ask(words.get("check.saveCorrectedTitle"), name, model::saveCorrected);
  }

  /// Below the selected row, or below the last that is filled.
  private void addRow() {
    int selected = grid.getSelectionModel().getSelectedIndex();
    int last = grid.getItems().size() - 1;
    int before = selected < 0 ? last : Math.min(selected + 1, last + 1);
    sheet.insert(before);
    grid.getSelectionModel().clearAndSelect(before, grid.getColumns().get(1));
    grid.requestFocus();
  }

  private void deleteRows() {
    Set<Integer> rows = grid.selected().stream().map(At::row).collect(Collectors.toSet());
    if (rows.isEmpty() && grid.getSelectionModel().getSelectedIndex() >= 0) {
      rows = Set.of(grid.getSelectionModel().getSelectedIndex());
    }
    sheet.delete(rows);
  }
}
