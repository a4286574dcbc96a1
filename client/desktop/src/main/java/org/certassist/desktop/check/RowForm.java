package org.certassist.desktop.check;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.draft.EditedDraft;
import org.certassist.core.rules.Finding;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Notice;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// One person's row as a form: every field with what belongs in it, and what the rules say of it
/// and why; the same sheet as the grid's.
final class RowForm extends VBox {
  private final Words words;
  private final List<RowField> fields = new ArrayList<>();
  private final VBox ofWholeRow = new VBox(8);
  private final Label who = Make.label("", "subheading");
  private final Button previous;
  private final Button next;
  private final ScrollPane scroll;
  // Bound, so that a form no longer shown is not held by what it shows.
  private final ObjectProperty<EditedDraft> edited = new SimpleObjectProperty<>();
  private final ObjectProperty<List<Finding>> found = new SimpleObjectProperty<>();
  private int row;

  /// @param back to the sheet
  RowForm(SheetInHand sheet, int row, Runnable back, Words words) {
    super(10);
    this.row = row;
    this.words = words;
    setId("row-fields");
    edited.bind(sheet.edited());
    found.bind(sheet.findings());
    previous = Make.button("previous-row", words.get("form.previous"), () -> go(-1));
    previous.setGraphic(Make.icon(MaterialDesignC.CHEVRON_LEFT));
    next = Make.button("next-row", words.get("form.next"), () -> go(1));
    next.setGraphic(Make.icon(MaterialDesignC.CHEVRON_RIGHT));
    Button sheetAgain = Make.button("back-to-sheet", words.get("form.back"), back);
    sheetAgain.setGraphic(Make.icon(MaterialDesignT.TABLE));
    who.setId("form-of");
    HBox line = new HBox(8, who, Make.gap(), previous, next, sheetAgain);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox all = new VBox(12, ofWholeRow);
    all.getStyleClass().add("row-fields");
    for (Column column : edited.get().shown().kind().columns()) {
      RowField field =
          new RowField(column, words, text -> sheet.put(List.of(at(column.field())), text));
      fields.add(field);
      all.getChildren().add(field);
    }
    scroll = new ScrollPane(all);
    scroll.getStyleClass().add("plain");
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(line, scroll);
    edited.subscribe(_ -> show());
    found.subscribe(_ -> show());
  }

  /// Puts the keyboard where something is wrong, else into the first field.
  void begin() {
    applyCss(); // a scroll pane takes up its content only with its skin
    fields.stream()
        .filter(RowField::hasFinding)
        .findFirst()
        .orElse(fields.getFirst())
        .requestFocus();
  }

  private EditedDraft.At at(String field) {
    return new EditedDraft.At(row, field);
  }

  private void go(int rows) {
    fields.forEach(RowField::take);
    row += rows;
    scroll.setVvalue(0);
    show();
  }

  private void show() {
    List<DraftRow> rows = edited.get().rows();
    row = Math.clamp(row, 0, rows.size() - 1);
    DraftRow now = rows.get(row);
    previous.setDisable(row == 0);
    next.setDisable(row == rows.size() - 1);
    String name = now.cell("name").shown();
    who.setText(
        name.isEmpty()
            ? words.get("form.row", now.row())
            : words.get("form.person", now.row(), name));
    List<Finding> ofRow =
        found.get().stream().filter(one -> one.place().row() == now.row()).toList();
    fields.forEach(field ->
        field.show(
            now.cell(field.field()).shown(),
            ofRow.stream().filter(one -> one.field().equals(field.field())).toList()));
    List<Node> whole =
        ofRow.stream()
            .filter(one -> one.field().isEmpty())
            .<Node>map(one -> Notice.of(Tone.BAD, words.shared().finding(one)))
            .toList();
    ofWholeRow.getChildren().setAll(whole);
    ofWholeRow.setManaged(!whole.isEmpty());
  }
}
