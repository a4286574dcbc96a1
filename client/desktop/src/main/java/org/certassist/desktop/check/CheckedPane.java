package org.certassist.desktop.check;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.draft.Edit;
import org.certassist.core.draft.EditedDraft;
import org.certassist.core.rules.Finding;
import org.certassist.desktop.fx.Asking;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The sheet in hand: what it is, what was found, and its cells to be edited, all of them or one
/// person's.
final class CheckedPane extends VBox {
  private static final double FINDINGS_SHARE = 0.46;

  private final SheetInHand sheet;
  private final CheckViewModel model;
  private final Words words;
  private final SheetGrid grid;
  private final VBox findings;
  private final SplitPane split;
  private final StackPane body;
  // Bound, so that a pane no longer shown is not held by what it shows.
  private final ObjectProperty<CheckState> state = new SimpleObjectProperty<>();
  private final ObjectProperty<List<Finding>> found = new SimpleObjectProperty<>();
  private final ObjectProperty<Optional<Edit>> refused = new SimpleObjectProperty<>();

  CheckedPane(SheetInHand sheet, CheckViewModel model, Asking asking, Words words) {
    super(10);
    this.sheet = sheet;
    this.model = model;
    this.words = words;
    setId("checked");
    state.bind(model.state());
    found.bind(sheet.findings());
    refused.bind(sheet.refused());
    grid = new SheetGrid(sheet, model.pointedAt(), words);
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox cells = new VBox(8, new UnitCells(sheet, model.pointedAt(), words), grid);
    FindingsTable table = new FindingsTable(sheet, model.pointedAt(), words);
    VBox.setVgrow(table, Priority.ALWAYS);
    findings = new VBox(table, new FindingDetail(sheet, model.pointedAt(), words));
    split = new SplitPane(cells);
    split.setOrientation(Orientation.VERTICAL);
    body = new StackPane(split);
    VBox.setVgrow(body, Priority.ALWAYS);
    SheetTools tools = new SheetTools(sheet, model, asking, grid, this::showForm, words);
    StackPane refusal = new StackPane();
    getChildren().addAll(title(), tools, refusal, body);
    found.subscribe(this::follow);
    refused.subscribe(now -> {
      refusal.getChildren().setAll(now.stream().map(this::refusal).toList());
      refusal.setManaged(now.isPresent());
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// The list of findings is there while there are any; the cells stay the same nodes, so that she
  /// goes on typing in them.
  private void follow(List<Finding> now) {
    boolean shown = split.getItems().contains(findings);
    if (now.isEmpty() && shown) {
      split.getItems().remove(findings);
    } else if (!now.isEmpty() && !shown) {
      split.getItems().addFirst(findings);
      split.setDividerPositions(FINDINGS_SHARE);
    }
  }

  /// One person's fields in place of the sheet.
  private void showForm() {
    if (!body.getChildren().getFirst().equals(split)) {
      showSheet();
      return;
    }
    int row = Math.max(0, grid.getFocusModel().getFocusedIndex());
    RowForm form = new RowForm(sheet, row, this::showSheet, words);
    body.getChildren().setAll(form);
    form.begin();
  }

  private void showSheet() {
    body.getChildren().setAll(split);
    grid.requestFocus();
  }

  private void pressed(KeyEvent key) {
    if (key.isShortcutDown() && key.getCode() == KeyCode.Z) {
      key.consume();
      if (key.isShiftDown()) {
        sheet.redo();
      } else {
        sheet.undo();
      }
    } else if (key.isShortcutDown() && key.getCode() == KeyCode.Y) {
      key.consume();
      sheet.redo();
    }
  }

  private Notice refusal(Edit edit) {
    Notice notice =
        Notice.of(
            Tone.WARNING,
            switch (edit) {
              case Edit.TooManyRows(int wanted, int most) ->
                  words.ownFault("edit.tooManyRows", wanted, most);
              case Edit.TooWide(int columns, int room) ->
                  words.ownFault("edit.tooWide", columns, room);
              case Edit.Done _ -> throw new IllegalArgumentException("was not refused");
            },
            words);
    notice.setId("edit-refused");
    return notice;
  }

  private Node title() {
    EditedDraft draft = sheet.edited().get();
    String kind = words.kind(draft.shown().kind());
    Label about = Make.paragraph("", "muted");
    about.setId("about-sheet");
    state.subscribe(now -> {
      if (now instanceof CheckState.InHand inHand) {
        about.setText(
            words.get("check.line", kind, inHand.rows(), words.month(inHand.settlementMonth())));
      }
    });
    VBox names = new VBox(2, Make.label(sheet.origin().name(), "heading"), about);
    for (ReadingNote note : draft.shown().notes()) {
      Label said = Make.paragraph(words.shared().readingNote(note), "muted");
      said.setId("reading-" + note.id());
      names.getChildren().add(said);
    }
    HBox.setHgrow(names, Priority.ALWAYS);
    HBox line = new HBox(12, Make.icon(MaterialDesignF.FILE_TABLE_OUTLINE, "file-sign"), names);
    line.setAlignment(Pos.CENTER_LEFT);
    if (sheet.origin().onDisk()) {
      Button again = Make.button("check-again", words.get("check.again"), model::openAgain);
      again.setGraphic(Make.icon(MaterialDesignR.REFRESH));
      again.setTooltip(new Tooltip(words.get("check.againHelp")));
      state.subscribe(_ -> {
        again.setVisible(!sheet.isChanged());
        again.setManaged(!sheet.isChanged());
      });
      line.getChildren().add(again);
    }
    Button close = Make.button("close-file", words.get("check.close"), model::close, "flat");
    close.setGraphic(Make.icon(MaterialDesignC.CLOSE));
    line.getChildren().add(close);
    return line;
  }
}
