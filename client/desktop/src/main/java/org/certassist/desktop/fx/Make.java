package org.certassist.desktop.fx;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Makes the small nodes that every screen is put together from.
public final class Make {
  private Make() {}

  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A label that breaks its lines and never ends in dots.
  public static Label paragraph(String text, String... styleClasses) {
    Label label = label(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A few words on a coloured ground; they are never cut off.
  public static Label badge(String text, Tone tone) {
    Label badge = paragraph(text, "badge", tone.styleClass());
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return badge;
  }

  /// A file's whole name on one line, to be read, scrolled and copied.
  public static TextField path(String id, Path file) {
    TextField field = new TextField(file.toString());
    field.setId(id);
    field.setEditable(false);
    field.setFocusTraversable(false);
    field.setTooltip(new Tooltip(file.toString()));
    field.getStyleClass().add("path");
    return field;
  }

  public static FontIcon icon(Ikon ikon, String... styleClasses) {
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }

  /// @param text may hold an underscore before its mnemonic letter
  public static Button button(String id, String text, Runnable act, String... styleClasses) {
    Button button = new Button(text);
    button.setId(id);
    button.setMnemonicParsing(true);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> act.run());
    button.getStyleClass().addAll(styleClasses);
    return button;
  }

  /// Takes up what room is left in a row.
  public static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /// Adds a line of name and value to a grid of facts.
  public static void fact(GridPane grid, String name, Node value) {
    int row = grid.getRowCount();
    Label label = label(name, "fact-name");
    label.setLabelFor(value);
    label.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    grid.addRow(row, label, value);
    GridPane.setHgrow(value, Priority.ALWAYS);
  }

  public static GridPane facts() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    return grid;
  }
}
