package org.certassist.desktop.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.certassist.core.declaration.Column;
import org.certassist.core.declaration.ColumnType;
import org.certassist.core.declaration.Requirement;
import org.certassist.core.rules.Finding;
import org.certassist.core.rules.Severity;
import org.certassist.desktop.fx.Make;
import org.certassist.desktop.fx.Tone;
import org.certassist.desktop.fx.Words;

/// One field of a person's form: its name, whether it must be filled and how, and below it what the
/// rules found with their explanation.
final class RowField extends GridPane {
  private static final PseudoClass WRONG = GridCell.WRONG;
  private static final double NAME_WIDTH = 176;

  private final Column column;
  private final Words words;
  private final FieldEditor editor;
  private final VBox findings = new VBox(4);
  private List<Finding> shown = List.of();

  RowField(Column column, Words words, Consumer<String> put) {
    this.column = column;
    this.words = words;
    this.editor = new FieldEditor(column.choices(), put);
    setHgap(12);
    setVgap(4);
    ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
    ColumnConstraints rest = new ColumnConstraints();
    rest.setHgrow(Priority.ALWAYS);
    rest.setFillWidth(true);
    getColumnConstraints().setAll(names, rest);
    boolean required = column.requirement() == Requirement.REQUIRED;
    Label name = Make.paragraph(column.header() + (required ? " *" : ""), "field-name");
    Region node = editor.node();
    node.setId("field-" + column.field());
    node.setMaxWidth(Double.MAX_VALUE);
    node.setPrefWidth(wide() ? 360 : 220);
    node.setMinWidth(Region.USE_PREF_SIZE);
    name.setLabelFor(node);
    Label hint = Make.paragraph(hint(), "muted", "small");
    HBox.setHgrow(hint, Priority.ALWAYS);
    HBox line = new HBox(12, node, hint);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    addRow(0, name, line);
    add(findings, 1, 1);
    findings.setManaged(false);
  }

  private boolean wide() {
    return column.type() == ColumnType.ADDRESS || column.type() == ColumnType.TEXT;
  }

  private String hint() {
    String format = words.get("hint." + column.type().name());
    String requirement = words.get("hint." + column.requirement().name());
    String example =
        column.example().isEmpty() || column.type() == ColumnType.CODE
            ? ""
            : words.get("hint.example", column.example());
    return Stream.of(requirement, format, example)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(words.get("hint.separator")));
  }

  String field() {
    return column.field();
  }

  boolean hasFinding() {
    return !shown.isEmpty();
  }

  void take() {
    editor.take();
  }

  @Override
  public void requestFocus() {
    editor.node().requestFocus();
  }

  void show(String text, List<Finding> found) {
    editor.show(text);
    if (!found.equals(shown)) {
      shown = found;
      findings.getChildren().setAll(found.stream().map(this::told).toList());
      findings.setManaged(!found.isEmpty());
      editor
          .node()
          .pseudoClassStateChanged(
              WRONG, found.stream().anyMatch(one -> one.severity() == Severity.ERROR));
    }
  }

  private Node told(Finding one) {
    Tone tone = one.severity() == Severity.ERROR ? Tone.BAD : Tone.WARNING;
    String why = words.shared().ruleHelp(one.rule()).orElse("");
    Label sentence =
        Make.paragraph(
            words.get("form.finding", words.shared().finding(one), why),
            tone == Tone.BAD ? "bad-words" : "warning-words");
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox line = new HBox(6, Make.icon(tone.sign(), "icon-" + tone.styleClass()), sentence);
    line.getStyleClass().add("field-finding");
    return line;
  }
}
